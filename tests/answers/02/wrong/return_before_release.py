# deadlock: value returns while it holds the lock, the release behind the return is never reached
import threading


class Counter:
    def __init__(self):
        self._lock = threading.Lock()
        self._value = 0

    def increment(self):
        with self._lock:
            self._value += 1

    @property
    def value(self):
        self._lock.acquire()
        return self._value
        self._lock.release()
