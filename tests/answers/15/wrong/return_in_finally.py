# wrong-result: `return` inside finally swallows the exception, the caller gets None
import threading


class Lazy:
    def __init__(self, factory):
        self._factory = factory
        self._lock = threading.Lock()
        self._done = False
        self._value = None

    def get(self):
        self._lock.acquire()
        try:
            if not self._done:
                self._value = self._factory()
                self._done = True
        finally:
            self._lock.release()
            return self._value
