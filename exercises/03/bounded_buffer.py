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
        # TODO: prepare what the three methods will need, then write them.
        raise NotImplementedError("BoundedBuffer.__init__ is still to be written")

    def put(self, item: Any) -> None:
        """Add *item* at the end.  Wait while the buffer is full."""
        raise NotImplementedError("BoundedBuffer.put is still to be written")

    def get(self) -> Any:
        """Take out the oldest item.  Wait while the buffer is empty."""
        raise NotImplementedError("BoundedBuffer.get is still to be written")

    def __len__(self) -> int:
        """How many items are inside now."""
        raise NotImplementedError("BoundedBuffer.__len__ is still to be written")
