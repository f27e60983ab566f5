# race: broken double check - the flag is raised one line before the value is stored, a reader in between gets None
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
                if not self._done:
                    value = self._factory()
                    self._done = True
                    self._value = value
        return self._value
