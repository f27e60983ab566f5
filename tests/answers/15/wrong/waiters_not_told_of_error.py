# deadlock: the Event is set after a success only, those who wait for a factory that raises wait for ever
import threading


class Lazy:
    def __init__(self, factory):
        self._factory = factory
        self._lock = threading.Lock()
        self._running = None
        self._done = False
        self._value = None

    def get(self):
        while True:
            with self._lock:
                if self._done:
                    return self._value
                event = self._running
                if event is None:
                    event = self._running = threading.Event()
                    break
            event.wait()
        try:
            value = self._factory()
        except BaseException:
            with self._lock:
                self._running = None
            raise
        with self._lock:
            self._value = value
            self._done = True
        event.set()
        return value
