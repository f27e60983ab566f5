# deadlock: the leavers take 1 from the count that the others are still waiting on, so the next woken sees it too small
import threading


class CyclicBarrier:
    def __init__(self, parties: int):
        self.parties = parties
        self.cond = threading.Condition()
        self.count = 0

    def wait(self) -> int:
        with self.cond:
            index = self.count
            self.count += 1
            if self.count == self.parties:
                self.cond.notify_all()
            while self.count < self.parties:
                self.cond.wait()
            self.count -= 1
            return index
