# serial: reading() and writing() take the same Lock, readers exclude each other
import threading
from contextlib import contextmanager


class ReadWriteLock:
    def __init__(self):
        self._lock = threading.Lock()

    @contextmanager
    def reading(self):
        with self._lock:
            yield

    @contextmanager
    def writing(self):
        with self._lock:
            yield
