# deadlock: only a ValueError puts the running flag down, after any other exception the next get() waits for ever
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
            self._cond.wait_for(lambda: not self._running)
            if self._done:
                return self._value
            self._running = True
        try:
            value = self._factory()
        except ValueError:
            with self._cond:
                self._running = False
                self._cond.notify_all()
            raise
        with self._cond:
            self._value = value
            self._done = True
            self._running = False
            self._cond.notify_all()
        return value
