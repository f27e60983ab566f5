# race: wait_for with a timeout whose answer is ignored - when a party is slow the others go on without it
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
                self.cond.notify_all()
            else:
                self.cond.wait_for(lambda: generation != self.generation, timeout=1.0)
            return index
