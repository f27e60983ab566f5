# right: the lock of a Condition guards the number (and others may wait for a change)
import threading


class Counter:
    def __init__(self):
        self._changed = threading.Condition()
        self._value = 0

    def increment(self):
        with self._changed:
            self._value += 1
            self._changed.notify_all()

    def wait_until(self, target):
        with self._changed:
            self._changed.wait_for(lambda: self._value >= target)

    @property
    def value(self):
        with self._changed:
            return self._value
