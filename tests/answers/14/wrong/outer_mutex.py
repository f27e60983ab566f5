# deadlock: a second lock is held around the waiting, so the second thread never gets to the Condition
import threading


class CyclicBarrier:
    def __init__(self, parties: int):
        self.parties = parties
        self.mutex = threading.Lock()
        self.cond = threading.Condition()
        self.count = 0
        self.generation = 0

    def wait(self) -> int:
        with self.mutex:
            index = self.count
            self.count += 1
            with self.cond:
                if self.count == self.parties:
                    self.count = 0
                    self.generation += 1
                    self.cond.notify_all()
                else:
                    generation = self.generation
                    while generation == self.generation:
                        self.cond.wait()
        return index
