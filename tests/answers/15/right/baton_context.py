# right: a contextmanager hands out the turn on a Condition; the inside is plain sequential code
import contextlib
import threading


class Lazy:
    def __init__(self, factory):
        self._factory = factory
        self._values = []
        self._busy = False
        self._idle = threading.Condition(threading.Lock())

    @contextlib.contextmanager
    def _turn(self):
        with self._idle:
            self._idle.wait_for(lambda: not self._busy)
            self._busy = True
        try:
            yield
        finally:
            with self._idle:
                self._busy = False
                self._idle.notify()

    def get(self):
        with self._turn():
            if not self._values:
                self._values.append(self._factory())
        return self._values[0]
