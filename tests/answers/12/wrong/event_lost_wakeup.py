# deadlock: clear() after the check, a fork put down between the two is never heard of
import threading


class Table:
    def __init__(self, seats):
        self.seats = seats
        self.lock = threading.Lock()
        self.used = set()
        self.changed = threading.Event()

    def dine(self, seat, eat):
        forks = {seat, (seat + 1) % self.seats}
        while True:
            with self.lock:
                if not forks & self.used:
                    self.used |= forks
                    break
            self.changed.clear()
            self.changed.wait()
        try:
            return eat()
        finally:
            with self.lock:
                self.used -= forks
            self.changed.set()
