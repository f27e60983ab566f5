# deadlock: notify(self.count) after the count was reset to 0 - wakes nobody
import threading


class CyclicBarrier:
    def __init__(self, parties: int):
        self.parties = parties
        self.cond = threading.Condition()
        self.count = 0
        self.generation = 0

    def wait(self) -> int:
        with self.cond:
            index = self.count
            generation = self.generation
            self.count += 1
            if self.count == self.parties:
                self.count = 0
                self.generation += 1
                self.cond.notify(self.count)
            else:
                self.cond.wait_for(lambda: generation != self.generation)
            return index
