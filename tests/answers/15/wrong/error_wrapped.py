# crash: a RuntimeError of its own is raised in place of the factory's exception
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
                try:
                    self._value = self._factory()
                except Exception as error:
                    raise RuntimeError("factory failed") from error
                self._done = True
            return self._value
