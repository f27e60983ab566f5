# endless: the retry loop has no break after it succeeded and goes on counting for ever
import threading


class Counter:
    def __init__(self):
        self._lock = threading.Lock()
        self._value = 0

    def increment(self):
        done = False
        while not done:
            seen = self._value
            with self._lock:
                if self._value == seen:
                    self._value = seen + 1

    @property
    def value(self):
        return self._value
