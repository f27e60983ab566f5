# crash: notify_all() after the condition was left (RuntimeError)
import threading


class Table:
    def __init__(self, seats):
        self.seats = seats
        self.taken = set()
        self.cond = threading.Condition()

    def dine(self, seat, eat):
        forks = {seat, (seat + 1) % self.seats}
        with self.cond:
            while forks & self.taken:
                self.cond.wait()
            self.taken |= forks
        try:
            return eat()
        finally:
            with self.cond:
                self.taken -= forks
            self.cond.notify_all()
