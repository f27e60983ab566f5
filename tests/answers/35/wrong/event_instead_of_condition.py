# wrong-tool: an Event and a Lock do the work, no Condition is built on
import threading
import logging
from concurrent.futures import CancelledError, InvalidStateError, TimeoutError


class Future:
    def __init__(self):
        self._lock = threading.Lock()
        self._event = threading.Event()
        self._cancelled = False
        self._result = None
        self._exception = None
        self._callbacks = []

    def _finish(self, result=None, exception=None, cancelled=False):
        with self._lock:
            if self._event.is_set():
                return False
            self._result, self._exception, self._cancelled = result, exception, cancelled
            self._event.set()
        for fn in self._callbacks:
            self._call(fn)
        return True

    def _call(self, fn):
        try:
            fn(self)
        except Exception:
            logging.exception("callback raised")

    def set_result(self, result):
        if not self._finish(result=result):
            raise InvalidStateError("already done")

    def set_exception(self, exception):
        if not self._finish(exception=exception):
            raise InvalidStateError("already done")

    def cancel(self):
        return self._finish(cancelled=True) or self._cancelled

    def done(self):
        return self._event.is_set()

    def exception(self, timeout=None):
        if not self._event.wait(timeout):
            raise TimeoutError()
        if self._cancelled:
            raise CancelledError()
        return self._exception

    def result(self, timeout=None):
        error = self.exception(timeout)
        if error is not None:
            raise error
        return self._result

    def add_done_callback(self, fn):
        with self._lock:
            if not self._event.is_set():
                self._callbacks.append(fn)
                return
        self._call(fn)
