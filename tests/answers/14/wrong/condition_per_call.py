# deadlock: each call makes a Condition of its own, the last one's notify_all reaches nobody
import threading


class CyclicBarrier:
    def __init__(self, parties: int):
        self.parties = parties
        self.lock = threading.Lock()
        self.count = 0
        self.generation = 0

    def wait(self) -> int:
        cond = threading.Condition(self.lock)
        with cond:
            index = self.count
            generation = self.generation
            self.count += 1
            if self.count == self.parties:
                self.count = 0
                self.generation += 1
                cond.notify_all()
            else:
                while generation == self.generation:
                    cond.wait()
            return index
