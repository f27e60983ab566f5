# serial: the semaphore for the table has one permit instead of seats - 1
import threading


class Table:
    def __init__(self, seats):
        self.forks = [threading.Lock() for _ in range(seats)]
        self.room = threading.Semaphore(1)

    def dine(self, seat, eat):
        with self.room:
            with self.forks[seat], self.forks[(seat + 1) % len(self.forks)]:
                return eat()
