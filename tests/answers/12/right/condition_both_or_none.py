# right: a tray of free forks under one Condition, both are taken in one step or none
import threading
from contextlib import contextmanager


class Table:
    def __init__(self, seats):
        self._seats = seats
        self._free = set(range(seats))
        self._changed = threading.Condition()

    @contextmanager
    def _forks(self, seat):
        wanted = {seat, (seat + 1) % self._seats}
        with self._changed:
            self._changed.wait_for(lambda: wanted <= self._free)
            self._free -= wanted
        try:
            yield
        finally:
            with self._changed:
                self._free |= wanted
                self._changed.notify_all()

    def dine(self, seat, eat):
        with self._forks(seat):
            return eat()
