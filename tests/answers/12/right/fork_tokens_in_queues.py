# right: forks are tokens in one-place queues, made lazily under a guard; a left-handed philosopher sits at seat 0
import queue
import threading


class Fork:
    """with fork: ... takes the only token out of its holder and lays it back."""

    def __init__(self, number):
        self.holder = queue.Queue(maxsize=1)
        self.holder.put(number)

    def __enter__(self):
        self.token = self.holder.get()
        return self

    def __exit__(self, *exc_info):
        self.holder.put(self.token)


class Table:
    def __init__(self, seats):
        self.seats = seats
        self._forks = {}
        self._drawer = threading.Lock()

    def _fork(self, number):
        number %= self.seats
        with self._drawer:
            if number not in self._forks:
                self._forks[number] = Fork(number)
            return self._forks[number]

    def dine(self, seat, eat):
        first, second = self._fork(seat), self._fork(seat + 1)
        if first is second:
            with first:
                return eat()
        if seat == 0:
            first, second = second, first
        with first, second:
            return eat()
