# right: a semaphore with one permit does the work of a lock
import threading


class Counter:
    def __init__(self):
        self._turn = threading.BoundedSemaphore(1)
        self._value = 0

    def increment(self):
        with self._turn:
            self._value = self._value + 1

    @property
    def value(self):
        with self._turn:
            return self._value
