# race: a plain bool for a lock, two threads can both see it free and both set it
import time


class Counter:
    def __init__(self):
        self._busy = False
        self._value = 0

    def increment(self):
        while self._busy:
            time.sleep(0.001)
        self._busy = True
        self._value += 1
        self._busy = False

    @property
    def value(self):
        return self._value
