# fail error review: tries to keep the number where `attrgetter` and `setattr` by another name find it
"""A hook that knows `getattr` and `setattr` may not know their relatives."""

import operator
from types import SimpleNamespace

read = operator.attrgetter("n")
write = SimpleNamespace.__setattr__


class Counter:
    def __init__(self):
        self._state = SimpleNamespace(n=0)

    @property
    def value(self):
        return read(self._state)

    def increment(self):
        seen = read(self._state)
        write(self._state, "n", seen + 1)
