# too-parallel: the forks are put down before eat() is called
import threading


class Table:
    def __init__(self, seats):
        self.forks = [threading.Lock() for _ in range(seats)]

    def dine(self, seat, eat):
        low, high = sorted([seat, (seat + 1) % len(self.forks)])
        with self.forks[low]:
            with self.forks[high]:
                plate = eat
        return plate()
