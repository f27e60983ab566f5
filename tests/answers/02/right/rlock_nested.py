# right: an RLock, because increment() reads the value through the property while it holds the lock
import threading


class Counter:
    def __init__(self):
        self._lock = threading.RLock()
        self._value = 0

    @property
    def value(self):
        with self._lock:
            return self._value

    def _store(self, new):
        with self._lock:
            self._value = new

    def increment(self):
        with self._lock:
            self._store(self.value + 1)
