"""Ann and Bob count visitors at two doors, on one counter.

The idea here: adding one means looking at the number and then putting a new
one in its place.  Between the two, another thread may look as well.
"""

import threading


class Counter:
    """Counts from 0 upwards, one at a time."""

    def __init__(self) -> None:
        """Begin at 0."""
        self._value = 0
        self._lock = threading.Lock()

    @property
    def value(self) -> int:
        """How many times `increment` has been called."""
        return self._value

    def increment(self) -> None:
        """Count one more.  Many threads may call this at once."""
        # The look and the change are both inside, and the lock is the same for
        # everybody: so nobody looks at a number that is about to change.
        with self._lock:
            self._value += 1
