# right: a private sentinel object instead of a flag, acquire / try / finally
import threading

_MISSING = object()


class Lazy:
    def __init__(self, factory):
        self.factory = factory
        self.lock = threading.RLock()
        self.value = _MISSING

    def get(self):
        value = self.value
        if value is not _MISSING:
            return value
        self.lock.acquire()
        try:
            if self.value is _MISSING:
                self.value = self.factory()
            return self.value
        finally:
            self.lock.release()
