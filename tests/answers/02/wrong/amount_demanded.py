# crash: increment() demands an argument, the promised call without one raises TypeError
import threading


class Counter:
    def __init__(self):
        self._lock = threading.Lock()
        self._value = 0

    def increment(self, amount):
        with self._lock:
            self._value += amount

    @property
    def value(self):
        with self._lock:
            return self._value
