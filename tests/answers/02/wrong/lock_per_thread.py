# race: the lock is kept in threading.local, so each thread has a lock that no other thread uses
import threading


class Counter:
    def __init__(self):
        self._local = threading.local()
        self._value = 0

    def _lock(self):
        if not hasattr(self._local, "lock"):
            self._local.lock = threading.Lock()
        return self._local.lock

    def increment(self):
        with self._lock():
            self._value += 1

    @property
    def value(self):
        with self._lock():
            return self._value
