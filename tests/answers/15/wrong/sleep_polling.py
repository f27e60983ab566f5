# late: those who wait look every 50 ms with time.sleep whether the factory is through
import threading
import time


class Lazy:
    def __init__(self, factory):
        self._factory = factory
        self._lock = threading.Lock()
        self._running = False
        self._done = False
        self._value = None

    def get(self):
        while True:
            with self._lock:
                if self._done:
                    return self._value
                if not self._running:
                    self._running = True
                    break
            time.sleep(0.05)
        try:
            self._value = self._factory()
            self._done = True
            return self._value
        finally:
            self._running = False
