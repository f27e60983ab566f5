# race: each get() makes its own Lock, which excludes nobody
import threading


class Lazy:
    def __init__(self, factory):
        self._factory = factory
        self._done = False
        self._value = None

    def get(self):
        lock = threading.Lock()
        with lock:
            if not self._done:
                self._value = self._factory()
                self._done = True
            return self._value
