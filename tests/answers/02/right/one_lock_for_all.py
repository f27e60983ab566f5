# right: one lock in the class serves all counters, each counter keeps its own number
import threading


class Counter:
    _lock = threading.Lock()

    def __init__(self):
        self._value = 0

    def increment(self):
        with Counter._lock:
            self._value += 1

    @property
    def value(self):
        with Counter._lock:
            return self._value
