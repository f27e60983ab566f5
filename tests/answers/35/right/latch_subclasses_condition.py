# right: the latch is a subclass of threading.Condition that knows whether it is open; cancel() with a flag
import logging
import threading
from concurrent.futures import CancelledError, InvalidStateError, TimeoutError as FutureTimeoutError


class Latch(threading.Condition):
    def __init__(self):
        super().__init__(threading.Lock())
        self.is_open = False

    def open(self):
        """With the lock held."""
        self.is_open = True
        self.notify_all()

    def pass_through(self, timeout=None):
        with self:
            return self.wait_for(lambda: self.is_open, timeout)


class Future:
    def __init__(self):
        self._latch = Latch()
        self._result = self._exception = None
        self._cancelled = False
        self._callbacks = []

    def _complete(self, **attributes):
        with self._latch:
            if self._latch.is_open:
                return False
            for name, value in attributes.items():
                setattr(self, name, value)
            self._latch.open()
        # is_open never goes back, so nobody appends to the list from now on
        for fn in self._callbacks:
            self._safely(fn)
        return True

    def _safely(self, fn):
        try:
            fn(self)
        except Exception:
            logging.exception("a done callback of %r raised", self)

    def set_result(self, result):
        if not self._complete(_result=result):
            raise InvalidStateError()

    def set_exception(self, exception):
        if not self._complete(_exception=exception):
            raise InvalidStateError()

    def cancel(self):
        return self._complete(_cancelled=True) or self._cancelled

    def done(self):
        return self._latch.is_open

    def exception(self, timeout=None):
        if not self._latch.pass_through(timeout):
            raise FutureTimeoutError()
        if self._cancelled:
            raise CancelledError()
        return self._exception

    def result(self, timeout=None):
        error = self.exception(timeout)
        if error is None:
            return self._result
        raise error

    def add_done_callback(self, fn):
        with self._latch:
            if not self._latch.is_open:
                self._callbacks.append(fn)
                return
        self._safely(fn)
