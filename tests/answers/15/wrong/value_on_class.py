# wrong-result: flag and value are kept on the class, a second Lazy gives the value of the first
import threading


class Lazy:
    _lock = threading.Lock()
    _done = False
    _value = None

    def __init__(self, factory):
        self._factory = factory

    def get(self):
        with Lazy._lock:
            if not Lazy._done:
                Lazy._value = self._factory()
                Lazy._done = True
            return Lazy._value
