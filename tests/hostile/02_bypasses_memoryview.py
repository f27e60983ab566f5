# fail error review: tries to keep the number in raw memory behind a memoryview
"""A `bytearray` is watched; a view on it of eight-byte numbers is another object."""


class Counter:
    def __init__(self):
        self._n = memoryview(bytearray(8)).cast("q")

    @property
    def value(self):
        return self._n[0]

    def increment(self):
        seen = self._n[0]
        self._n[0] = seen + 1
