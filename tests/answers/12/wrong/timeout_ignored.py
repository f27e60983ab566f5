# too-parallel: acquire(timeout=0.2) for the second fork is not looked at, after it he eats without
import threading


class Table:
    def __init__(self, seats):
        self.forks = [threading.Lock() for _ in range(seats)]

    def dine(self, seat, eat):
        left = self.forks[seat]
        right = self.forks[(seat + 1) % len(self.forks)]
        with left:
            got = right.acquire(timeout=0.2)
            try:
                return eat()
            finally:
                if got:
                    right.release()
