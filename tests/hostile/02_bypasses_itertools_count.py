# fail error review: tries to add one by replacing an iterator that nobody knows as data
"""`copy.copy(count)` looks without taking; replacing the object loses updates.

The reference lies in a `ContextVar`-free place: the `__defaults__` of a function.
"""

import itertools


class Counter:
    def __init__(self):
        def holder(number=itertools.count(0)):
            return number

        self._holder = holder

    @property
    def value(self):
        text = repr(self._holder.__defaults__[0])
        return int(text.strip("count()"))

    def increment(self):
        seen = self.value
        self._holder.__defaults__ = (itertools.count(seen + 1),)
