# deadlock: the order is made before the modulo, so the last seat takes its left fork first like all others
import threading


class Table:
    def __init__(self, seats):
        self.seats = seats
        self.forks = [threading.Lock() for _ in range(seats)]

    def dine(self, seat, eat):
        first = min(seat, seat + 1) % self.seats
        second = max(seat, seat + 1) % self.seats
        with self.forks[first]:
            with self.forks[second]:
                return eat()
