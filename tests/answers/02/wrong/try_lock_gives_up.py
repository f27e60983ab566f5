# race: when the lock is taken the increment is silently skipped
import threading


class Counter:
    def __init__(self):
        self._lock = threading.Lock()
        self._value = 0

    def increment(self):
        if self._lock.acquire(blocking=False):
            try:
                self._value += 1
            finally:
                self._lock.release()

    @property
    def value(self):
        with self._lock:
            return self._value
