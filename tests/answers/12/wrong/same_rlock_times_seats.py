# serial: [RLock()] * seats is one lock many times, so one philosopher eats at a time
import threading


class Table:
    def __init__(self, seats):
        self.seats = seats
        self.forks = [threading.RLock()] * seats

    def dine(self, seat, eat):
        low, high = sorted((seat, (seat + 1) % self.seats))
        with self.forks[low]:
            with self.forks[high]:
                return eat()
