# wrong-result: the done flag is a local variable, every get() runs the factory again
import threading


class Lazy:
    def __init__(self, factory):
        self._factory = factory
        self._lock = threading.Lock()
        self._value = None
        self._done = False

    def get(self):
        with self._lock:
            done = self._done
            if not done:
                self._value = self._factory()
                done = True
            return self._value
