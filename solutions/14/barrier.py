"""The hikers wait at the crossing until the last one is there, then walk on.

The idea here: everybody waits for everybody.  Who is woken has to know whether
it is for the crossing where it waits, or already for the next one.
"""

import threading


class CyclicBarrier:
    """A meeting point for a fixed number of threads, again and again."""

    def __init__(self, parties: int) -> None:
        """Make a meeting point for *parties* threads (1 or more)."""
        self._parties = parties
        self._here = 0
        self._round = 0
        self._complete = threading.Condition()

    def wait(self) -> int:
        """Wait until all are here; tell as which one this thread came, from 0."""
        with self._complete:
            mine, place = self._round, self._here
            self._here += 1
            if self._here == self._parties:
                self._here = 0
                self._round += 1
                self._complete.notify_all()
            # The number of the round tells it, not the number of those here: a fast
            # thread may be back for the next round before a slow one has looked.
            while self._round == mine:
                self._complete.wait()
            return place
