# too-parallel: only one fork is taken, neighbours eat together
import threading


class Table:
    def __init__(self, seats):
        self.forks = [threading.Lock() for _ in range(seats)]

    def dine(self, seat, eat):
        fork = self.forks[seat]
        fork.acquire()
        try:
            return eat()
        finally:
            fork.release()
