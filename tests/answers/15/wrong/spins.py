# endless: those who come while the factory runs spin on the flag instead of waiting
import threading


class Lazy:
    def __init__(self, factory):
        self._factory = factory
        self._lock = threading.Lock()
        self._done = False
        self._value = None

    def get(self):
        while not self._done:
            if self._lock.acquire(blocking=False):
                try:
                    if not self._done:
                        self._value = self._factory()
                        self._done = True
                finally:
                    self._lock.release()
        return self._value
