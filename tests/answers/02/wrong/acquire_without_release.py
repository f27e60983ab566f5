# deadlock: increment() never releases the lock, the next call of any thread waits for ever
import threading


class Counter:
    def __init__(self):
        self._lock = threading.Lock()
        self._value = 0

    def increment(self):
        self._lock.acquire()
        self._value += 1

    @property
    def value(self):
        return self._value
