# deadlock: no generation - the last one resets the count, so the woken see count < parties and wait again
import threading


class CyclicBarrier:
    def __init__(self, parties: int):
        self.parties = parties
        self.count = 0
        self.cond = threading.Condition()

    def wait(self) -> int:
        with self.cond:
            index = self.count
            self.count += 1
            if self.count == self.parties:
                self.count = 0
                self.cond.notify_all()
            else:
                while self.count < self.parties:
                    self.cond.wait()
            return index
