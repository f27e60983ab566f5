# wrong-result: an exception of eat() does not reach the caller, dine() gives None
import threading


class Table:
    def __init__(self, seats):
        self.forks = [threading.Lock() for _ in range(seats)]

    def dine(self, seat, eat):
        n = len(self.forks)
        a, b = sorted((seat, (seat + 1) % n))
        self.forks[a].acquire()
        self.forks[b].acquire()
        try:
            result = eat()
        except Exception:
            result = None
        finally:
            self.forks[b].release()
            self.forks[a].release()
        return result
