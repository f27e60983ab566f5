# right: two phases (filling, draining); the place is given at the door, before waiting for the drain
import enum
import threading


class Phase(enum.Enum):
    FILLING = 1
    DRAINING = 2


class CyclicBarrier:
    def __init__(self, parties: int):
        self.parties = parties
        self.inside = 0
        self.tickets = 0
        self.phase = Phase.FILLING
        self.cond = threading.Condition()

    def wait(self) -> int:
        with self.cond:
            place = self.tickets
            self.tickets = (self.tickets + 1) % self.parties
            while self.phase is Phase.DRAINING:
                self.cond.wait()
            self._enter()
            while self.phase is Phase.FILLING:
                self.cond.wait()
            self._leave()
            return place

    def _enter(self):
        self.inside += 1
        if self.inside == self.parties:
            self.phase = Phase.DRAINING
            self.cond.notify_all()

    def _leave(self):
        self.inside -= 1
        if self.inside == 0:
            self.phase = Phase.FILLING
            self.cond.notify_all()
