# wrong-result: gives how many are still missing (parties-1 first, 0 last) as Java's barrier does, not the order of arrival
import threading


class CyclicBarrier:
    def __init__(self, parties: int):
        self._parties = parties
        self._missing = parties
        self._generation = 0
        self._cond = threading.Condition()

    def wait(self) -> int:
        with self._cond:
            generation = self._generation
            self._missing -= 1
            index = self._missing
            if index == 0:
                self._missing = self._parties
                self._generation += 1
                self._cond.notify_all()
            else:
                while generation == self._generation:
                    self._cond.wait()
            return index
