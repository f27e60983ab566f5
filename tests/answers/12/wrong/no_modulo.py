# crash: the right fork of the last seat is forks[seats] (IndexError)
import threading


class Table:
    def __init__(self, seats):
        self.forks = [threading.Lock() for _ in range(seats)]

    def dine(self, seat, eat):
        first, second = self.forks[seat], self.forks[seat + 1]
        with first, second:
            return eat()
