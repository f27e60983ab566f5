# crash: the factory runs in the constructor, so its exception comes out of Lazy(factory) and no get() can try again
import threading


class Lazy:
    def __init__(self, factory):
        self._lock = threading.Lock()
        self._value = factory()

    def get(self):
        with self._lock:
            return self._value
