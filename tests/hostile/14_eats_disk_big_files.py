# fail error: tries to fill the disk, 300 MiB in files of 16 MiB
"""A limit for one file is none for the sum of them."""

import os
import tempfile

BLOCK = b"\xa5" * (1024 * 1024)
for _folder in (os.getcwd(), tempfile.gettempdir()):
    for _number in range(10):
        try:
            with open(f"{_folder}/threadlings-was-here-big-{_number}", "wb") as _file:
                for _ in range(15):
                    _file.write(BLOCK)
        except OSError:
            break


class CyclicBarrier:
    def __init__(self, parties):
        pass

    def wait(self):
        return 0
