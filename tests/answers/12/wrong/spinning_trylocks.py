# endless: puts the left fork down and tries again at once while the right one is taken (busy waiting)
import threading


class Table:
    def __init__(self, seats):
        self.forks = [threading.Lock() for _ in range(seats)]

    def dine(self, seat, eat):
        left = self.forks[seat]
        right = self.forks[(seat + 1) % len(self.forks)]
        while True:
            left.acquire()
            if right.acquire(blocking=False):
                break
            left.release()
        try:
            return eat()
        finally:
            right.release()
            left.release()
