# race: when the right fork is taken dine() gives up and returns None without eating
import threading


class Table:
    def __init__(self, seats):
        self.forks = [threading.Lock() for _ in range(seats)]

    def dine(self, seat, eat):
        left = self.forks[seat]
        right = self.forks[(seat + 1) % len(self.forks)]
        with left:
            if right.acquire(blocking=False):
                try:
                    return eat()
                finally:
                    right.release()
