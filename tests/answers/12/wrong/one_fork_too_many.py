# too-parallel: seats + 1 forks and no modulo, the last and the first seat do not share one
import threading


class Table:
    def __init__(self, seats):
        self.forks = [threading.Lock() for _ in range(seats + 1)]

    def dine(self, seat, eat):
        with self.forks[seat]:
            with self.forks[seat + 1]:
                return eat()
