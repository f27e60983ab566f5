# crash: the factory is forgotten before it has succeeded, the get() after a failure calls None
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
                factory, self._factory = self._factory, None
                self._value = factory()
                self._done = True
            return self._value
