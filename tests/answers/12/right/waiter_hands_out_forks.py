# right: a waiter lock is held while both forks are picked up (not while eating, not for putting them down)
import threading


class Table:
    def __init__(self, seats):
        self.waiter = threading.Lock()
        self.forks = {i: threading.Lock() for i in range(seats)}

    def _pair(self, seat):
        return sorted({seat, (seat + 1) % len(self.forks)})

    def dine(self, seat, eat):
        mine = self._pair(seat)
        with self.waiter:
            for i in mine:
                self.forks[i].acquire()
        try:
            return eat()
        finally:
            for i in mine:
                self.forks[i].release()
