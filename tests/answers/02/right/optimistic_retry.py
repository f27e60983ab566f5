# right: compare-and-swap under a lock, increment tries again only when another thread was faster
import threading


class Counter:
    def __init__(self):
        self._lock = threading.Lock()
        self._value = 0

    def _compare_and_swap(self, expected, new):
        with self._lock:
            if self._value != expected:
                return False
            self._value = new
            return True

    def increment(self):
        while True:
            seen = self._value
            if self._compare_and_swap(seen, seen + 1):
                return

    @property
    def value(self):
        return self._value
