# serial: seats of the same colour share one lock and the other colour another, held together (pairs that do not touch exclude each other)
import threading


class Table:
    def __init__(self, seats):
        self.seats = seats
        self.forks = [threading.Lock(), threading.Lock()]

    def dine(self, seat, eat):
        left, right = seat % 2, (seat + 1) % 2
        first, second = min(left, right), max(left, right)
        with self.forks[first]:
            with self.forks[second]:
                return eat()
