# wrong-result: an exception is caught and given back as if it were the value
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
            try:
                self._value = self._factory()
            except Exception as error:
                return error
            self._done = True
            return self._value
