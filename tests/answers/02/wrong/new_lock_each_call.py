# race: each call makes a lock of its own, so nobody ever waits for anybody
import threading


class Counter:
    def __init__(self):
        self._value = 0

    def increment(self):
        lock = threading.Lock()
        with lock:
            self._value += 1

    @property
    def value(self):
        with threading.Lock():
            return self._value
