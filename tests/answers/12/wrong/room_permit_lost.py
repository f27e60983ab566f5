# deadlock: the forks are given back when eat() raises but the permit of the room is not
import threading


class Table:
    def __init__(self, seats):
        self.seats = seats
        self.forks = [threading.Lock() for _ in range(seats)]
        self.room = threading.Semaphore(seats - 1)

    def dine(self, seat, eat):
        self.room.acquire()
        with self.forks[seat], self.forks[(seat + 1) % self.seats]:
            result = eat()
        self.room.release()
        return result
