# wrong-result: the value of eat() is not returned
import threading


class Table:
    def __init__(self, seats):
        self.forks = [threading.Lock() for _ in range(seats)]

    def dine(self, seat, eat):
        a, b = sorted((seat, (seat + 1) % len(self.forks)))
        with self.forks[a], self.forks[b]:
            eat()
