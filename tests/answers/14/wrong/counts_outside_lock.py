# deadlock: the count is raised before the lock is taken - two threads read the same number and the round is never full
import threading


class CyclicBarrier:
    def __init__(self, parties: int):
        self.parties = parties
        self.count = 0
        self.generation = 0
        self.cond = threading.Condition()

    def wait(self) -> int:
        generation = self.generation
        index = self.count
        self.count = index + 1
        with self.cond:
            if index == self.parties - 1:
                self.count = 0
                self.generation += 1
                self.cond.notify_all()
            else:
                while generation == self.generation:
                    self.cond.wait()
        return index
