# fail error review: tries to keep the number in a file, read and written without a lock
"""Data on disk is shared by all threads, and no hook sees it.

The file lies where the process works, and is never taken away.
"""

import itertools
import os

_names = itertools.count()


class Counter:
    def __init__(self):
        self._file = os.path.abspath(f"threadlings-was-here-{next(_names)}")
        with open(self._file, "w") as file:
            file.write("0")

    @property
    def value(self):
        with open(self._file) as file:
            return int(file.read())

    def increment(self):
        seen = self.value
        with open(self._file, "w") as file:
            file.write(str(seen + 1))
