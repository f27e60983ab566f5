# wrong-result: `if not self._value` - 0, "", [] and None are made anew at every get()
import threading

_EMPTY = ()


class Lazy:
    def __init__(self, factory):
        self._factory = factory
        self._lock = threading.Lock()
        self._value = _EMPTY

    def get(self):
        if not self._value:
            with self._lock:
                if not self._value:
                    self._value = self._factory()
        return self._value
