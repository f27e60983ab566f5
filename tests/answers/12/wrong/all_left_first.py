# deadlock: everybody takes the left fork first; when all hold one they wait for ever
import threading


class Table:
    def __init__(self, seats):
        self.forks = [threading.Lock() for _ in range(seats)]

    def dine(self, seat, eat):
        left = self.forks[seat]
        right = self.forks[(seat + 1) % len(self.forks)]
        with left:
            with right:
                return eat()
