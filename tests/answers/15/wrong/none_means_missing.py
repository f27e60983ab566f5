# wrong-result: None is taken for "not there yet", a factory that gives None is called again and again
import threading


class Lazy:
    def __init__(self, factory):
        self._factory = factory
        self._lock = threading.Lock()
        self._value = None

    def get(self):
        with self._lock:
            if self._value is None:
                self._value = self._factory()
            return self._value
