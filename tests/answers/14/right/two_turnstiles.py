# right: Little Book of Semaphores, reusable barrier with two preloaded turnstiles; the turnstile is an own primitive on Condition
from threading import Condition


class Turnstile:
    """A counting semaphore, preloaded with as many passes as there are threads."""

    def __init__(self):
        self._cond = Condition()
        self._passes = 0

    def load(self, passes):
        with self._cond:
            self._passes += passes
            self._cond.notify(passes)

    def go_through(self):
        with self._cond:
            while self._passes == 0:
                self._cond.wait()
            self._passes -= 1


class CyclicBarrier:
    def __init__(self, parties):
        self.parties = parties
        self.mutex = Condition()             # used for its lock only
        self.count = 0
        self.entrance = Turnstile()
        self.exit = Turnstile()

    def wait(self):
        with self.mutex:
            order = self.count
            self.count += 1
            if self.count == self.parties:
                self.entrance.load(self.parties)
        self.entrance.go_through()
        with self.mutex:
            self.count -= 1
            if self.count == 0:
                self.exit.load(self.parties)
        self.exit.go_through()
        return order
