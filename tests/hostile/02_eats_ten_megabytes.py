# fail error: tries to print 10 MB without a newline, once, and then to be wrong as usual
"""Who reads lines waits for the end of this one, and keeps it in memory."""

import os
import sys

try:
    os.write(1, b"=" * 10_000_000)
    sys.__stderr__.write("=" * 10_000_000)
except (OSError, AttributeError):
    pass


class Counter:
    def __init__(self):
        self._n = 0

    @property
    def value(self):
        return self._n

    def increment(self):
        print("." * 100_000, end="")
        self._n += 1
