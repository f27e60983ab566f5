# deadlock: cancel() sets the state but wakes nobody, waiters never get their CancelledError
import logging
import threading
from concurrent.futures import CancelledError, InvalidStateError, TimeoutError


class Future:
    def __init__(self):
        self._cond = threading.Condition()
        self._done = False
        self._cancelled = False
        self._result = None
        self._exception = None
        self._callbacks = []

    def set_result(self, result):
        with self._cond:
            if self._done:
                raise InvalidStateError("already done")
            self._result = result
            self._done = True
            self._cond.notify_all()
        self._run_callbacks()

    def set_exception(self, exception):
        with self._cond:
            if self._done:
                raise InvalidStateError("already done")
            self._exception = exception
            self._done = True
            self._cond.notify_all()
        self._run_callbacks()

    def cancel(self):
        with self._cond:
            if self._done:
                return self._cancelled
            self._cancelled = True
            self._done = True
        self._run_callbacks()
        return True

    def done(self):
        with self._cond:
            return self._done

    def result(self, timeout=None):
        with self._cond:
            if not self._cond.wait_for(lambda: self._done, timeout):
                raise TimeoutError()
            if self._cancelled:
                raise CancelledError()
            if self._exception is not None:
                raise self._exception
            return self._result

    def exception(self, timeout=None):
        with self._cond:
            if not self._cond.wait_for(lambda: self._done, timeout):
                raise TimeoutError()
            if self._cancelled:
                raise CancelledError()
            return self._exception

    def add_done_callback(self, fn):
        with self._cond:
            if not self._done:
                self._callbacks.append(fn)
                return
        self._call(fn)

    def _run_callbacks(self):
        for fn in self._callbacks:
            self._call(fn)

    def _call(self, fn):
        try:
            fn(self)
        except Exception:
            logging.exception("callback raised")
