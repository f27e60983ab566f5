# wrong-result: no generation, the count is never reset - from the second round on nobody waits (the index is right by %)
import threading


class CyclicBarrier:
    def __init__(self, parties: int):
        self.parties = parties
        self.count = 0
        self.cond = threading.Condition()

    def wait(self) -> int:
        with self.cond:
            index = self.count % self.parties
            self.count += 1
            if self.count >= self.parties:
                self.cond.notify_all()
            while self.count < self.parties:
                self.cond.wait()
            return index
