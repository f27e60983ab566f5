# deadlock: fill and drain, but the last leaver closes the drain without waking those who came early for the next round
import threading


class CyclicBarrier:
    def __init__(self, parties: int):
        self.parties = parties
        self.cond = threading.Condition()
        self.tickets = 0
        self.inside = 0
        self.draining = False

    def wait(self) -> int:
        with self.cond:
            place = self.tickets
            self.tickets = (self.tickets + 1) % self.parties
            while self.draining:
                self.cond.wait()
            self.inside += 1
            if self.inside == self.parties:
                self.draining = True
                self.cond.notify_all()
            while not self.draining:
                self.cond.wait()
            self.inside -= 1
            if self.inside == 0:
                self.draining = False
            return place
