# deadlock: forks are put down under the waiter's lock, who holds it may wait for just that fork
import threading


class Table:
    def __init__(self, seats):
        self.waiter = threading.Lock()
        self.forks = [threading.Lock() for _ in range(seats)]

    def dine(self, seat, eat):
        left = self.forks[seat]
        right = self.forks[(seat + 1) % len(self.forks)]
        with self.waiter:
            left.acquire()
            right.acquire()
        try:
            return eat()
        finally:
            with self.waiter:
                right.release()
                left.release()
