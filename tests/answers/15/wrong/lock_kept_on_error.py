# deadlock: acquire() / release() without finally, after a factory that raised the next get() waits for ever
import threading


class Lazy:
    def __init__(self, factory):
        self._factory = factory
        self._lock = threading.Lock()
        self._done = False
        self._value = None

    def get(self):
        self._lock.acquire()
        if not self._done:
            self._value = self._factory()
            self._done = True
        self._lock.release()
        return self._value
