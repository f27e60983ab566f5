# race: increments take turns between two locks, so two of them can be inside together
import itertools
import threading


class Counter:
    def __init__(self):
        self._locks = itertools.cycle([threading.Lock(), threading.Lock()])
        self._value = 0

    def increment(self):
        with next(self._locks):
            current = self._value
            self._value = current + 1

    @property
    def value(self):
        with next(self._locks):
            return self._value
