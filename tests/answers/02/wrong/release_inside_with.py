# crash: release() inside the with block, so the with block releases an unlocked lock (RuntimeError)
import threading


class Counter:
    def __init__(self):
        self._lock = threading.Lock()
        self._value = 0

    def increment(self):
        with self._lock:
            self._value += 1
            self._lock.release()

    @property
    def value(self):
        with self._lock:
            return self._value
