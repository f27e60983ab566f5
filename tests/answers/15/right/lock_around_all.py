# right: one Lock held around the check and the factory, a done flag
import threading


class Lazy:
    def __init__(self, factory):
        self._factory = factory
        self._lock = threading.Lock()
        self._done = False
        self._value = None

    def get(self):
        with self._lock:
            if not self._done:
                self._value = self._factory()
                self._done = True
            return self._value
