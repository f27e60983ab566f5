# wrong-result: the error of a failed try is never cleared, after a later success the get() after it raises the old error
import threading


class Lazy:
    def __init__(self, factory):
        self._factory = factory
        self._lock = threading.Lock()
        self._done = False
        self._value = None
        self._error = None

    def get(self):
        with self._lock:
            if self._done:
                return self._result()
            try:
                self._value = self._factory()
            except Exception as error:
                self._error = error
                raise
            self._done = True
            return self._value

    def _result(self):
        if self._error is not None:
            raise self._error
        return self._value
