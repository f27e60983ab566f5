# deadlock: a `released` flag put back by the last leaver - a fast thread comes again, runs through, shuts the door on a slow one
import threading


class CyclicBarrier:
    def __init__(self, parties: int):
        self.parties = parties
        self.cond = threading.Condition()
        self.arrived = 0
        self.leaving = 0
        self.released = False

    def wait(self) -> int:
        with self.cond:
            index = self.arrived
            self.arrived = (self.arrived + 1) % self.parties
            if self.arrived == 0:
                self.released = True
                self.cond.notify_all()
            while not self.released:
                self.cond.wait()
            self.leaving += 1
            if self.leaving == self.parties:
                self.leaving = 0
                self.released = False
            return index
