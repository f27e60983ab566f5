# deadlock: the running flag stays up when the factory raises, the next get() waits for ever
import threading


class Lazy:
    def __init__(self, factory):
        self._factory = factory
        self._cond = threading.Condition()
        self._running = False
        self._done = False
        self._value = None

    def get(self):
        with self._cond:
            while self._running:
                self._cond.wait()
            if self._done:
                return self._value
            self._running = True
        value = self._factory()
        with self._cond:
            self._value = value
            self._done = True
            self._running = False
            self._cond.notify_all()
        return value
