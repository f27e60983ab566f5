# right: every callback goes through one deque, whoever is there after "done" drains it, popleft hands each out once
from collections import deque
from concurrent.futures import CancelledError, InvalidStateError
import threading
import traceback

_NOTHING = object()


class Future:
    def __init__(self):
        self._cond = threading.Condition()
        self._value = _NOTHING
        self._error = _NOTHING
        self._callbacks = deque()

    # -- for whoever produces the result

    def set_result(self, value):
        self._set(value, None)

    def set_exception(self, error):
        self._set(None, error)

    def _set(self, value, error):
        with self._cond:
            if self.done():
                raise InvalidStateError("%r has been set before" % self)
            self._value = value
            self._error = error
            self._cond.notify_all()
        self._drain()

    # -- for whoever waits

    def cancel(self):
        with self._cond:
            if self.done():
                return type(self._error) is CancelledError and self._value is self
            self._value = self          # a mark that nobody else can set
            self._error = CancelledError()
            self._cond.notify_all()
        self._drain()
        return True

    def done(self):
        return self._error is not _NOTHING

    def _wait(self, timeout):
        with self._cond:
            if not self._cond.wait_for(self.done, timeout):
                raise TimeoutError()

    def result(self, timeout=None):
        self._wait(timeout)
        if self._error is not None:
            raise self._error
        return self._value

    def exception(self, timeout=None):
        self._wait(timeout)
        if self._value is self and self._error is not None:
            raise self._error
        return self._error

    def add_done_callback(self, fn):
        self._callbacks.append(fn)
        if self.done():
            self._drain()

    def _drain(self):
        while True:
            try:
                fn = self._callbacks.popleft()
            except IndexError:
                return
            try:
                fn(self)
            except Exception:
                traceback.print_exc()
