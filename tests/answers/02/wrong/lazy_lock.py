# race: the lock is made on first use without protection, two first callers can get two locks
import threading


class Counter:
    def __init__(self):
        self._lock = None
        self._value = 0

    def _get_lock(self):
        if self._lock is None:
            self._lock = threading.Lock()
        return self._lock

    def increment(self):
        with self._get_lock():
            self._value += 1

    @property
    def value(self):
        with self._get_lock():
            return self._value
