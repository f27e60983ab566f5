# wrong-result: the number is kept in threading.local, so nobody sees what other threads have counted
import threading


class Counter(threading.local):
    def __init__(self):
        self._value = 0

    def increment(self):
        self._value += 1

    @property
    def value(self):
        return self._value
