# race: one lock for reading and another for writing, two threads can read before either has written
import threading


class Counter:
    def __init__(self):
        self._read_lock = threading.Lock()
        self._write_lock = threading.Lock()
        self._value = 0

    def increment(self):
        with self._read_lock:
            current = self._value
        with self._write_lock:
            self._value = current + 1

    @property
    def value(self):
        with self._read_lock:
            return self._value
