# right: forks of own make (Condition and a flag) that run an action, lower number outside; one closure per seat
import threading
from functools import partial


class Fork:
    def __init__(self):
        self.cond = threading.Condition()
        self.used = False

    def use(self, action):
        with self.cond:
            while self.used:
                self.cond.wait()
            self.used = True
        try:
            return action()
        finally:
            with self.cond:
                self.used = False
                self.cond.notify()


class Table:
    def __init__(self, seats: int):
        forks = [Fork() for _ in range(seats)]
        self._meals = []
        for seat in range(seats):
            a, b = sorted((seat, (seat + 1) % seats))
            if a == b:
                self._meals.append(forks[a].use)
            else:
                self._meals.append(self._both(forks[a], forks[b]))

    @staticmethod
    def _both(first, second):
        def meal(eat):
            return first.use(partial(second.use, eat))
        return meal

    def dine(self, seat: int, eat):
        return self._meals[seat](eat)
