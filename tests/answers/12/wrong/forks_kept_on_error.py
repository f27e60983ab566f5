# deadlock: acquire and release without finally, an eat() that raises keeps both forks
import threading


class Table:
    def __init__(self, seats):
        self.seats = seats
        self.forks = [threading.Lock() for _ in range(seats)]

    def dine(self, seat, eat):
        first, second = sorted((seat, (seat + 1) % self.seats))
        self.forks[first].acquire()
        self.forks[second].acquire()
        value = eat()
        self.forks[second].release()
        self.forks[first].release()
        return value
