# deadlock: looks at the running flag under the lock, lets go and then waits - the one notify may fall in between
import threading


class Lazy:
    def __init__(self, factory):
        self._factory = factory
        self._cond = threading.Condition()
        self._running = False
        self._done = False
        self._value = None

    def get(self):
        while True:
            with self._cond:
                if self._done:
                    return self._value
                if not self._running:
                    self._running = True
                    break
            with self._cond:
                self._cond.wait()
        try:
            value = self._factory()
            with self._cond:
                self._value = value
                self._done = True
            return value
        finally:
            with self._cond:
                self._running = False
                self._cond.notify_all()
