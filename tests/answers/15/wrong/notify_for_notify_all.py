# deadlock: a success wakes one waiter with notify(), with two or more waiting the others sleep for ever
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
        try:
            value = self._factory()
            with self._cond:
                self._value = value
                self._done = True
            return value
        finally:
            with self._cond:
                self._running = False
                self._cond.notify()
