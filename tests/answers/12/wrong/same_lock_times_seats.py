# deadlock: [Lock()] * seats is one lock many times, the second fork waits for the first
import threading


class Table:
    def __init__(self, seats):
        self.seats = seats
        self.forks = [threading.Lock()] * seats

    def dine(self, seat, eat):
        low, high = sorted((seat, (seat + 1) % self.seats))
        with self.forks[low]:
            with self.forks[high]:
                return eat()
