# crash: `with self._lock.acquire()` uses the bool that acquire() returns as a context manager
import threading


class Counter:
    def __init__(self):
        self._lock = threading.Lock()
        self._value = 0

    def increment(self):
        with self._lock.acquire():
            self._value += 1

    @property
    def value(self):
        return self._value
