# fail error review: tries to write an attribute as the target of a loop, of `with` and of `import`
"""Not every assignment has an equals sign.

A hook that sits in assignments sees the read of the number, and might miss the write.
"""

import contextlib


class Counter:
    def __init__(self):
        self._n = 0

    @property
    def value(self):
        return self._n

    def increment(self):
        seen = self._n
        for self._n in (seen + 1,):
            pass
        with contextlib.nullcontext(self._n) as self._n:
            pass
