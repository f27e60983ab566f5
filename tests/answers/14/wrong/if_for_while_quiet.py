# deadlock: `if` for `while`, only the last one notifies - a spurious wake-up, which a Condition allows, lets a thread through
import threading


class CyclicBarrier:
    def __init__(self, parties: int):
        self.parties = parties
        self.count = 0
        self.generation = 0
        self.cond = threading.Condition()

    def wait(self) -> int:
        with self.cond:
            generation = self.generation
            index = self.count
            self.count += 1
            if self.count == self.parties:
                self.count = 0
                self.generation += 1
                self.cond.notify_all()
            if generation == self.generation:
                self.cond.wait()
            return index
