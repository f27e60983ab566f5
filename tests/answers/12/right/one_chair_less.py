# right: a semaphore lets one philosopher less than seats reach for forks, left then right
import threading
from contextlib import ExitStack


class Table:
    def __init__(self, seats: int) -> None:
        self._forks = tuple(threading.Lock() for _ in range(seats))
        self._chairs = threading.BoundedSemaphore(max(1, seats - 1))

    def dine(self, seat: int, eat):
        left = self._forks[seat]
        right = self._forks[(seat + 1) % len(self._forks)]
        with self._chairs, left, ExitStack() as stack:
            if right is not left:
                stack.enter_context(right)
            return eat()
