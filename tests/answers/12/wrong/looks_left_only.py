# too-parallel: looks whether the left neighbour eats, not the right one
import threading


class Table:
    def __init__(self, seats):
        self.seats = seats
        self.eating = [0] * seats
        self.cond = threading.Condition()

    def dine(self, seat, eat):
        left = (seat - 1) % self.seats
        with self.cond:
            self.cond.wait_for(lambda: not self.eating[left] and not self.eating[seat])
            self.eating[seat] = 1
        try:
            return eat()
        finally:
            with self.cond:
                self.eating[seat] = 0
                self.cond.notify_all()
