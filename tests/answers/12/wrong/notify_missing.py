# deadlock: the forks are put back but nobody who waits is told
import threading


class Table:
    def __init__(self, seats):
        self.seats = seats
        self.free = [True] * seats
        self.cond = threading.Condition()

    def dine(self, seat, eat):
        a, b = seat, (seat + 1) % self.seats
        with self.cond:
            while not (self.free[a] and self.free[b]):
                self.cond.wait()
            self.free[a] = self.free[b] = False
        try:
            return eat()
        finally:
            with self.cond:
                self.free[a] = self.free[b] = True
