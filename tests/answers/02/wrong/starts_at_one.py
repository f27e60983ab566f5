# wrong-result: a new counter already stands at one
import threading


class Counter:
    def __init__(self):
        self._lock = threading.Lock()
        self._value = 1

    def increment(self):
        with self._lock:
            self._value += 1

    @property
    def value(self):
        with self._lock:
            return self._value
