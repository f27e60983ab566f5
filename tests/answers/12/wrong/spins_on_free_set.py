# endless: asks again and again under a lock whether both forks are free
import threading


class Table:
    def __init__(self, seats):
        self.seats = seats
        self.lock = threading.Lock()
        self.used = [False] * seats

    def _take(self, a, b):
        with self.lock:
            if self.used[a] or self.used[b]:
                return False
            self.used[a] = self.used[b] = True
            return True

    def dine(self, seat, eat):
        a, b = seat, (seat + 1) % self.seats
        while not self._take(a, b):
            pass
        try:
            return eat()
        finally:
            with self.lock:
                self.used[a] = self.used[b] = False
