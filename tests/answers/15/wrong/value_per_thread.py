# wrong-result: threading.local keeps a value for each thread, so each thread runs the factory again
import threading


class Lazy:
    def __init__(self, factory):
        self._factory = factory
        self._lock = threading.Lock()
        self._local = threading.local()

    def get(self):
        with self._lock:
            if not hasattr(self._local, "value"):
                self._local.value = self._factory()
            return self._local.value
