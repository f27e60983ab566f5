"""The dictionary is fetched from the cellar when the first one asks for it.

The idea here: to look whether it is there, and to fetch it when it is not, are
two steps.  Between them somebody else may look as well.
"""

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Lazy(Generic[T]):
    """A value that is made when it is first asked for, and then kept."""

    def __init__(self, factory: Callable[[], T]) -> None:
        """Keep *factory*, which makes the value."""
        self._factory = factory
        self._made = False
        self._lock = threading.Lock()

    def get(self) -> T:
        """The value; made by the first one who asks, while the others wait.

        An exception of the factory reaches who ran it, and the next call of `get`
        tries again.
        """
        # TODO: who comes in while the factory is at work, and what does he find?
        if not self._made:
            self._made = True
            self._lock.acquire()
            self._value = self._factory()
            self._lock.release()
        return self._value
