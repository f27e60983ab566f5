# right: each waiter sleeps on a Condition of its own; the last one calls them all by hand
import threading
from typing import List


class _Sleeper:
    __slots__ = ("bell", "go")

    def __init__(self, lock):
        self.bell = threading.Condition(lock)
        self.go = False

    def sleep(self):
        while not self.go:
            self.bell.wait()

    def wake(self):
        self.go = True
        self.bell.notify()


class CyclicBarrier:
    def __init__(self, parties: int):
        self._lock = threading.RLock()
        self._parties = parties
        self._sleepers: List[_Sleeper] = []

    def wait(self) -> int:
        with self._lock:
            place = len(self._sleepers)
            if place + 1 < self._parties:
                me = _Sleeper(self._lock)
                self._sleepers.append(me)
                me.sleep()
            else:
                sleepers, self._sleepers = self._sleepers, []
                for sleeper in sleepers:
                    sleeper.wake()
            return place
