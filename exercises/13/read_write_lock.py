"""The blackboard: many may read it at once, but one alone wipes and writes.

The idea here: reading disturbs nobody, so readers need not wait for each
other.  Only a writer has to be alone, and must not wait for ever to be so.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class ReadWriteLock:
    """Many readers at once, or one writer."""

    def __init__(self) -> None:
        """Begin with nobody at the board."""
        # TODO: what do those who come have to know of those who are there, and of
        # those who wait?
        raise NotImplementedError("ReadWriteLock.__init__ is still to be written")

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Hold it for reading: no writer is inside; other readers may be."""
        raise NotImplementedError("ReadWriteLock.reading is still to be written")
        yield

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold it for writing: nobody else is inside."""
        raise NotImplementedError("ReadWriteLock.writing is still to be written")
        yield
