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
        self._changed = threading.Condition()
        self._readers = 0
        self._writing = False
        self._writers_waiting = 0

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Hold it for reading: no writer is inside; other readers may be."""
        # A reader lets the writers that wait already go first; else readers who
        # keep coming could leave them outside for ever.
        with self._changed:
            while self._writing or self._writers_waiting:
                self._changed.wait()
            self._readers += 1
        try:
            yield
        finally:
            with self._changed:
                self._readers -= 1
                self._changed.notify_all()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold it for writing: nobody else is inside."""
        with self._changed:
            self._writers_waiting += 1
            while self._writing or self._readers:
                self._changed.wait()
            self._writers_waiting -= 1
            self._writing = True
        try:
            yield
        finally:
            with self._changed:
                self._writing = False
                self._changed.notify_all()
