# deadlock: the last one notifies and then waits itself for a notify that never comes (also with one party)
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
            generation = self.generation
            self.cond.wait_for(lambda: generation != self.generation)
            return index
