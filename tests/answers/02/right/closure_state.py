# right: the number lives in a closure, a context manager made from a generator holds the lock
import threading
from contextlib import contextmanager


def _make_cell():
    lock = threading.Lock()
    number = 0

    @contextmanager
    def locked():
        lock.acquire()
        try:
            yield
        finally:
            lock.release()

    def add_one():
        nonlocal number
        with locked():
            number += 1

    def read():
        with locked():
            return number

    return add_one, read


class Counter:
    def __init__(self):
        self._add_one, self._read = _make_cell()

    def increment(self):
        self._add_one()

    @property
    def value(self):
        return self._read()
