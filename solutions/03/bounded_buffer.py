"""A shelf between the kitchen and the waiters, with room for a few plates.

The idea here: a thread that cannot go on sleeps in a `Condition` until
another one tells it that something has changed.  When it wakes, it looks
again, because somebody else may have been quicker.
"""

import threading
from collections import deque
from typing import Any


class BoundedBuffer:
    """A first-in, first-out buffer that many threads share."""

    def __init__(self, capacity: int) -> None:
        """Make an empty buffer with room for *capacity* items (1 or more)."""
        self._capacity = capacity
        self._items: deque[Any] = deque()
        self._changed = threading.Condition()

    def put(self, item: Any) -> None:
        """Add *item* at the end.  Wait while the buffer is full."""
        # `while`, because another thread may take the room before this one is
        # back.  `notify_all`, because putters and getters sleep in the same
        # Condition, and the one that `notify` wakes may have no use for it.
        with self._changed:
            while len(self._items) >= self._capacity:
                self._changed.wait()
            self._items.append(item)
            self._changed.notify_all()

    def get(self) -> Any:
        """Take out the oldest item.  Wait while the buffer is empty."""
        with self._changed:
            while not self._items:
                self._changed.wait()
            item = self._items.popleft()
            self._changed.notify_all()
            return item

    def __len__(self) -> int:
        """How many items are inside now."""
        with self._changed:
            return len(self._items)
