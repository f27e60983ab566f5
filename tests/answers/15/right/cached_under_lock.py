# right: functools.lru_cache keeps the value (never an exception), a lock keeps the callers apart
import functools
import threading


class Lazy:
    def __init__(self, factory):
        self._cached = functools.lru_cache(maxsize=None)(lambda: factory())
        self._lock = threading.Lock()

    def get(self):
        with self._lock:
            return self._cached()
