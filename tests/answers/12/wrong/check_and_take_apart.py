# too-parallel: the forks are marked as taken after the condition was left, two neighbours can pass the check
import threading


class Table:
    def __init__(self, seats):
        self.seats = seats
        self.free = [True] * seats
        self.cond = threading.Condition()

    def dine(self, seat, eat):
        a, b = seat, (seat + 1) % self.seats
        with self.cond:
            self.cond.wait_for(lambda: self.free[a] and self.free[b])
        self.free[a] = False
        self.free[b] = False
        try:
            return eat()
        finally:
            with self.cond:
                self.free[a] = self.free[b] = True
                self.cond.notify_all()
