# wrong-result: a return in the finally swallows the exception of eat()
import threading


class Table:
    def __init__(self, seats):
        self.forks = [threading.Lock() for _ in range(seats)]

    def dine(self, seat, eat):
        first, second = sorted((seat, (seat + 1) % len(self.forks)))
        value = None
        self.forks[first].acquire()
        self.forks[second].acquire()
        try:
            value = eat()
        finally:
            self.forks[second].release()
            self.forks[first].release()
            return value
