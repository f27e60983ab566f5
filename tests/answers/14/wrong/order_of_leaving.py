# wrong-result: numbers are given on the way out, so the last to arrive (who does not wait) gets 0
import threading


class CyclicBarrier:
    def __init__(self, parties: int):
        self.parties = parties
        self.cond = threading.Condition()
        self.count = 0
        self.left = 0
        self.generation = 0

    def wait(self) -> int:
        with self.cond:
            generation = self.generation
            self.count += 1
            if self.count == self.parties:
                self.count = 0
                self.generation += 1
                self.cond.notify_all()
            else:
                while generation == self.generation:
                    self.cond.wait()
            index = self.left
            self.left = (self.left + 1) % self.parties
            return index
