# late: sleeps a random while when a fork is missing and then tries again
import random
import threading
import time


class Table:
    def __init__(self, seats):
        self.forks = [threading.Lock() for _ in range(seats)]

    def dine(self, seat, eat):
        left = self.forks[seat]
        right = self.forks[(seat + 1) % len(self.forks)]
        while True:
            with left:
                if right.acquire(blocking=False):
                    try:
                        return eat()
                    finally:
                        right.release()
            time.sleep(random.uniform(0.2, 0.6))
