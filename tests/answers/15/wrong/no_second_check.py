# race: broken double check - nobody looks again inside the lock, so one who waited runs the factory a second time
import threading


class Lazy:
    def __init__(self, factory):
        self._factory = factory
        self._lock = threading.Lock()
        self._done = False
        self._value = None

    def get(self):
        if not self._done:
            with self._lock:
                self._value = self._factory()
                self._done = True
        return self._value
