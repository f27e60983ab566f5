# fail error review: tries to keep the number in an `array.array`, which nobody watches
"""An `array` is a container as a list is, and `a[0] += 1` on it is no less a race.

The engine announces items of lists, dicts, sets, deques and bytearrays.
"""

from array import array


class Counter:
    def __init__(self):
        self._n = array("q", [0])

    @property
    def value(self):
        return self._n[0]

    def increment(self):
        self._n[0] += 1
