# right: a fair queue of guests, each waits on an Event of its own until nobody before it wants one of its forks
import threading
from dataclasses import dataclass, field


@dataclass(eq=False)
class Guest:
    forks: frozenset
    eating: bool = False
    go: threading.Event = field(default_factory=threading.Event)


class Table:
    def __init__(self, seats: int):
        self._seats = seats
        self._guests: list = []         # in order of arrival, eating or waiting
        self._lock = threading.Lock()

    def _seat_guests(self):
        used = set()
        for guest in self._guests:
            if not guest.eating and not used & guest.forks:
                guest.eating = True
                guest.go.set()
            used |= guest.forks

    def dine(self, seat: int, eat):
        guest = Guest(frozenset((seat, (seat + 1) % self._seats)))
        with self._lock:
            self._guests.append(guest)
            self._seat_guests()
        guest.go.wait()
        try:
            return eat()
        finally:
            with self._lock:
                self._guests.remove(guest)
                self._seat_guests()
