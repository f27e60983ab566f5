# right: even seats take the left fork first, odd seats the right one; acquire, try, finally
from threading import Lock


class Table:
    def __init__(self, seats: int):
        self.seats = seats
        self.forks = []
        for _ in range(seats):
            self.forks.append(Lock())

    def dine(self, seat: int, eat):
        first = self.forks[seat]
        second = self.forks[(seat + 1) % self.seats]
        if seat % 2:
            first, second = second, first
        first.acquire()
        try:
            if second is not first:
                second.acquire()
            try:
                return eat()
            finally:
                if second is not first:
                    second.release()
        finally:
            first.release()
