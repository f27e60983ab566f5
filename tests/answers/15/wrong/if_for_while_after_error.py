# race: `if` for `while` - after a failure every woken waiter goes on and runs the factory, side by side
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
            if self._running:
                self._cond.wait()
            if self._done:
                return self._value
            self._running = True
        try:
            value = self._factory()
        except BaseException:
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
