# wrong-result: tries again in a loop until the factory succeeds, the exception never reaches the caller
import threading


class Lazy:
    def __init__(self, factory):
        self._factory = factory
        self._lock = threading.Lock()
        self._done = False
        self._value = None

    def get(self):
        with self._lock:
            while not self._done:
                try:
                    self._value = self._factory()
                    self._done = True
                except Exception:
                    continue
            return self._value
