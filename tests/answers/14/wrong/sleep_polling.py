# late: looks for the new generation every 50 ms with time.sleep instead of waiting on the Condition
import threading
import time


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
        while True:
            with self.cond:
                if generation != self.generation:
                    return index
            time.sleep(0.05)
