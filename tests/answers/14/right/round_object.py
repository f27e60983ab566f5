# right: a fresh Round object for each round, the waiters look at their own round's flag
import threading
from dataclasses import dataclass


@dataclass
class _Round:
    arrived: int = 0
    open: bool = False


class CyclicBarrier:
    def __init__(self, parties):
        self._parties = parties
        self._changed = threading.Condition(threading.Lock())
        self._round = _Round()

    def wait(self):
        with self._changed:
            mine = self._round
            place = mine.arrived
            mine.arrived += 1
            if mine.arrived == self._parties:
                mine.open = True
                self._round = _Round()
                self._changed.notify_all()
            while not mine.open:
                self._changed.wait()
        return place
