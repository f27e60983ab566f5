# deadlock: exception() forgets to hand its time-out to the wait
import concurrent.futures as cf
import threading
import time
import traceback

PENDING, RESULT, ERROR, CANCELLED = range(4)


class Future(object):
    """A small future: set once, waited for by anybody."""

    def __init__(self):
        self.lock = threading.Condition()
        self.state = PENDING
        self.value = None
        self.callbacks = []

    def _finish(self, state, value):
        with self.lock:
            if self.state != PENDING:
                return False
            self.value = value
            self.state = state
            self.lock.notify_all()
        for callback in self.callbacks:
            self._invoke(callback)
        return True

    def _invoke(self, callback):
        try:
            callback(self)
        except Exception:
            traceback.print_exc()

    def _wait(self, timeout):
        deadline = None if timeout is None else time.monotonic() + timeout
        with self.lock:
            while self.state == PENDING:
                if deadline is None:
                    self.lock.wait()
                else:
                    remaining = deadline - time.monotonic()
                    if remaining <= 0:
                        raise cf.TimeoutError()
                    self.lock.wait(remaining)
            if self.state == CANCELLED:
                raise cf.CancelledError()

    def set_result(self, value):
        if not self._finish(RESULT, value):
            raise cf.InvalidStateError("set twice")

    def set_exception(self, error):
        if not self._finish(ERROR, error):
            raise cf.InvalidStateError("set twice")

    def cancel(self):
        self._finish(CANCELLED, None)
        return self.state == CANCELLED

    def done(self):
        return self.state != PENDING

    def result(self, timeout=None):
        self._wait(timeout)
        if self.state == ERROR:
            raise self.value
        return self.value

    def exception(self, timeout=None):
        self._wait(None)
        return self.value if self.state == ERROR else None

    def add_done_callback(self, fn):
        with self.lock:
            if self.state == PENDING:
                self.callbacks.append(fn)
                return
        self._invoke(fn)
