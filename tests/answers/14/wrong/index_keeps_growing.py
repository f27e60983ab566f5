# wrong-result: the order is the total number of arrivals, so the second round gives parties, parties+1, ... instead of 0, 1, ...
import threading


class CyclicBarrier:
    def __init__(self, parties: int):
        self._parties = parties
        self._arrivals = 0
        self._cond = threading.Condition()

    def wait(self) -> int:
        with self._cond:
            order = self._arrivals
            self._arrivals += 1
            goal = (order // self._parties + 1) * self._parties
            if self._arrivals == goal:
                self._cond.notify_all()
            self._cond.wait_for(lambda: self._arrivals >= goal)
            return order
