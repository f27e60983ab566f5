# serial: the waiter lock is kept while eating, nobody else can pick up forks
import threading


class Table:
    def __init__(self, seats):
        self.waiter = threading.Lock()
        self.forks = [threading.Lock() for _ in range(seats)]

    def dine(self, seat, eat):
        left = self.forks[seat]
        right = self.forks[(seat + 1) % len(self.forks)]
        with self.waiter:
            with left, right:
                return eat()
