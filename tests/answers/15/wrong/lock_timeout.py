# too-parallel: waits one second for the lock at most and then runs the factory beside the other
import threading


class Lazy:
    def __init__(self, factory):
        self._factory = factory
        self._lock = threading.Lock()
        self._done = False
        self._value = None

    def get(self):
        got = self._lock.acquire(timeout=1.0)
        try:
            if not self._done:
                self._value = self._factory()
                self._done = True
            return self._value
        finally:
            if got:
                self._lock.release()
