# right: only the writers take the lock, the value is one plain read of one attribute
import threading


class Counter:
    def __init__(self):
        self._lock = threading.Lock()
        self._value = 0

    def increment(self):
        with self._lock:
            current = self._value
            self._value = current + 1

    @property
    def value(self):
        return self._value
