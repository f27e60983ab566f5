# race: reading and writing are each guarded by the lock, but between the two it is free
import threading


class Counter:
    def __init__(self):
        self._lock = threading.Lock()
        self._value = 0

    def increment(self):
        current = self.value
        with self._lock:
            self._value = current + 1

    @property
    def value(self):
        with self._lock:
            return self._value
