# race: the lock is held for the check and for the store but not for the factory between them
import threading


class Lazy:
    def __init__(self, factory):
        self._factory = factory
        self._lock = threading.Lock()
        self._done = False
        self._value = None

    def get(self):
        with self._lock:
            if self._done:
                return self._value
        value = self._factory()
        with self._lock:
            if not self._done:
                self._value = value
                self._done = True
            return self._value
