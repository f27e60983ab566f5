# fail error: tries to write without end from C code, to the real streams
"""`writelines` of an endless iterator goes on by itself; 4 GiB at the most."""

import itertools
import os


def _flood(number):
    with os.fdopen(os.dup(number), "wb", 0) as stream:
        stream.writelines(itertools.repeat(b"y" * 65536, 65536))


class Ledger:
    def __init__(self):
        _flood(1)
        _flood(2)

    def add(self, name, amount):
        pass
