# race: those who waited for a try that failed all run the factory themselves, at the same time instead of in turn
import threading


class Lazy:
    def __init__(self, factory):
        self._factory = factory
        self._lock = threading.Lock()
        self._event = None
        self._done = False
        self._value = None

    def get(self):
        with self._lock:
            if self._done:
                return self._value
            event = self._event
            first = event is None
            if first:
                event = self._event = threading.Event()
        if not first:
            event.wait()
            if self._done:
                return self._value
            return self._try()
        try:
            return self._try()
        finally:
            with self._lock:
                self._event = None
            event.set()

    def _try(self):
        value = self._factory()
        with self._lock:
            self._value = value
            self._done = True
        return value
