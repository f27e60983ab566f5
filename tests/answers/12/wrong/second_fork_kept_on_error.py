# deadlock: the finally gives back the first fork only, after an error the second one stays taken
import threading


class Table:
    def __init__(self, seats):
        self.seats = seats
        self.forks = [threading.Lock() for _ in range(seats)]

    def dine(self, seat, eat):
        a, b = sorted((seat, (seat + 1) % self.seats))
        first, second = self.forks[a], self.forks[b]
        with first:
            second.acquire()
            value = eat()
            second.release()
            return value
