# too-parallel: new locks are made for every meal
import threading


class Table:
    def __init__(self, seats):
        self.seats = seats

    def dine(self, seat, eat):
        forks = [threading.Lock() for _ in range(self.seats)]
        a, b = sorted((seat, (seat + 1) % self.seats))
        with forks[a], forks[b]:
            return eat()
