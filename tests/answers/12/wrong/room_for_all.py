# deadlock: the semaphore has a permit for every seat, so all can hold their left fork
import threading


class Table:
    def __init__(self, seats: int):
        self.seats = seats
        self.forks = [threading.Lock() for _ in range(seats)]
        self.room = threading.BoundedSemaphore(seats)

    def dine(self, seat: int, eat):
        with self.room:
            with self.forks[seat]:
                with self.forks[(seat + 1) % self.seats]:
                    return eat()
