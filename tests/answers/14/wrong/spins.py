# endless: counts under the Condition but then spins on the generation instead of waiting
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
                return index
        while generation == self.generation:
            pass
        return index
