# deadlock: putting the forks down wakes the left neighbour but not the right one
import threading


class Table:
    def __init__(self, seats):
        self.seats = seats
        self.lock = threading.Lock()
        self.turn = [threading.Condition(self.lock) for _ in range(seats)]
        self.used = [False] * seats

    def dine(self, seat, eat):
        a, b = seat, (seat + 1) % self.seats
        with self.lock:
            while self.used[a] or self.used[b]:
                self.turn[seat].wait()
            self.used[a] = self.used[b] = True
        try:
            return eat()
        finally:
            with self.lock:
                self.used[a] = self.used[b] = False
                self.turn[seat].notify_all()
                self.turn[(seat - 1) % self.seats].notify_all()
