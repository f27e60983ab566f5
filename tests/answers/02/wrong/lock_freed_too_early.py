# race: the lock is held for the read only and is free again when the new number is written
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
        with self._lock:
            return self._value
