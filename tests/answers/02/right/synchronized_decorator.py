# right: a decorator takes the lock of the object around each method
import functools
import threading


def synchronized(method):
    @functools.wraps(method)
    def wrapper(self, *args, **kwargs):
        with self._lock:
            return method(self, *args, **kwargs)

    return wrapper


class Counter:
    def __init__(self):
        self._lock = threading.Lock()
        self._value = 0

    @synchronized
    def increment(self):
        self._value += 1

    @property
    @synchronized
    def value(self):
        return self._value
