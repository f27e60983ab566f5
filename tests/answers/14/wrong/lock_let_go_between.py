# deadlock: counts under the lock, lets it go, then notes the generation - the last one may have changed it in between
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
            self.count += 1
            if self.count == self.parties:
                self.count = 0
                self.generation += 1
                self.cond.notify_all()
                return index
        with self.cond:
            generation = self.generation
            while generation == self.generation:
                self.cond.wait()
        return index
