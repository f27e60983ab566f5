# race: the old number is read before the lock is taken, only the write is guarded
import threading


class Counter:
    def __init__(self):
        self._lock = threading.Lock()
        self._value = 0

    def increment(self):
        new_value = self._value + 1
        with self._lock:
            self._value = new_value

    @property
    def value(self):
        with self._lock:
            return self._value
