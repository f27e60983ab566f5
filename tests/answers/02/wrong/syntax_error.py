# crash: `self._value++` is not Python, the module does not import
import threading


class Counter:
    def __init__(self):
        self._lock = threading.Lock()
        self._value = 0

    def increment(self):
        with self._lock:
            self._value++

    @property
    def value(self):
        with self._lock:
            return self._value
