# race: an Event is used as a lock, but two threads can pass wait() before one of them clears it
import threading


class Counter:
    def __init__(self):
        self._free = threading.Event()
        self._free.set()
        self._value = 0

    def increment(self):
        self._free.wait()
        self._free.clear()
        self._value += 1
        self._free.set()

    @property
    def value(self):
        return self._value
