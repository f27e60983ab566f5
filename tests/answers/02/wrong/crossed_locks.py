# deadlock: increment() takes lock A then B and value takes B then A, each can hold what the other wants
import threading


class Counter:
    def __init__(self):
        self._read_lock = threading.Lock()
        self._write_lock = threading.Lock()
        self._value = 0

    def increment(self):
        with self._write_lock:
            with self._read_lock:
                self._value += 1

    @property
    def value(self):
        with self._read_lock:
            with self._write_lock:
                return self._value
