# deadlock: the return for "already there" stands before release(), the third get() waits for ever
import threading


class Lazy:
    def __init__(self, factory):
        self._factory = factory
        self._lock = threading.Lock()
        self._done = False
        self._value = None

    def get(self):
        self._lock.acquire()
        if self._done:
            return self._value
        try:
            self._value = self._factory()
            self._done = True
        finally:
            self._lock.release()
        return self._value
