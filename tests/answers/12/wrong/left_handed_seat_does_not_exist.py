# deadlock: the left-handed one is on seat `seats`, which nobody has (off by one)
import threading


class Table:
    def __init__(self, seats):
        self.seats = seats
        self.forks = [threading.Lock() for _ in range(seats)]

    def dine(self, seat, eat):
        first = self.forks[seat]
        second = self.forks[(seat + 1) % self.seats]
        if seat == self.seats:
            first, second = second, first
        with first, second:
            return eat()
