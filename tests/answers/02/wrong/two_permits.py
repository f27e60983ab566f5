# race: a semaphore with two permits is no lock, two threads may be inside and lose an update
import threading


class Counter:
    def __init__(self):
        self._gate = threading.Semaphore(2)
        self._value = 0

    def increment(self):
        with self._gate:
            self._value += 1

    @property
    def value(self):
        with self._gate:
            return self._value
