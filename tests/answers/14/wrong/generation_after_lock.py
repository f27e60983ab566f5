# deadlock: notifies under the lock but moves the generation after it - a woken thread sees the old one and waits again
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
            last = self.count == self.parties
            if last:
                self.count = 0
                self.cond.notify_all()
            else:
                while generation == self.generation:
                    self.cond.wait()
        if last:
            self.generation += 1
        return index
