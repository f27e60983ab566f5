# race: broken double check - the flag is up while the factory still runs, others get None without waiting
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
                    self._done = True
                    try:
                        self._value = self._factory()
                    except BaseException:
                        self._done = False
                        raise
        return self._value
