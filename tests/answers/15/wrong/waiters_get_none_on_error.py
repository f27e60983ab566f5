# race: those who waited for a factory that raised neither get the exception nor try, they get None
import threading


class Lazy:
    def __init__(self, factory):
        self._factory = factory
        self._lock = threading.Lock()
        self._event = None
        self._value = None

    def get(self):
        with self._lock:
            event = self._event
            first = event is None
            if first:
                event = self._event = threading.Event()
        if not first:
            event.wait()
            return self._value
        try:
            self._value = self._factory()
        except BaseException:
            with self._lock:
                self._event = None
            raise
        finally:
            event.set()
        return self._value
