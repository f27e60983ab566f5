# right: resource order, the fork with the lower number is always taken first (a table for one has one fork)
import threading


class Table:
    def __init__(self, seats):
        self.seats = seats
        self.forks = [threading.Lock() for _ in range(seats)]

    def dine(self, seat, eat):
        left, right = seat, (seat + 1) % self.seats
        low, high = min(left, right), max(left, right)
        with self.forks[low]:
            if low == high:
                return eat()
            with self.forks[high]:
                return eat()
