# serial: eat() is called while the condition is still held
import threading


class Table:
    def __init__(self, seats):
        self.seats = seats
        self.eating = [False] * seats
        self.cond = threading.Condition()

    def dine(self, seat, eat):
        left, right = (seat - 1) % self.seats, (seat + 1) % self.seats
        with self.cond:
            while self.eating[left] or self.eating[right]:
                self.cond.wait()
            self.eating[seat] = True
            try:
                return eat()
            finally:
                self.eating[seat] = False
                self.cond.notify_all()
