# race: the lock is a property that makes a new Lock each time it is looked up
import threading


class Counter:
    def __init__(self):
        self._value = 0

    @property
    def lock(self):
        return threading.Lock()

    def increment(self):
        with self.lock:
            current = self._value
            self._value = current + 1

    @property
    def value(self):
        with self.lock:
            return self._value
