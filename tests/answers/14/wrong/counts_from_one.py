# wrong-result: the index is read after the increment, so the first one gets 1
import threading


class CyclicBarrier:
    def __init__(self, parties: int):
        self.parties = parties
        self.cond = threading.Condition()
        self.count = 0
        self.generation = 0

    def wait(self) -> int:
        with self.cond:
            generation = self.generation
            self.count += 1
            index = self.count
            if self.count == self.parties:
                self.count = 0
                self.generation += 1
                self.cond.notify_all()
            else:
                while generation == self.generation:
                    self.cond.wait()
            return index
