# right: a state tuple and the match statement of 3.10; a context manager gives (state, callbacks) changes one home
from contextlib import contextmanager
from threading import Condition, RLock
import concurrent.futures as cf
import logging


class Future:
    def __init__(self):
        self._cv = Condition(RLock())
        self._state = ("pending",)
        self._callbacks = []

    @contextmanager
    def _only_when_pending(self):
        with self._cv:
            if self._state != ("pending",):
                raise cf.InvalidStateError(self._state[0])
            yield
            self._cv.notify_all()
            callbacks = list(self._callbacks)
            del self._callbacks[:]
        for callback in callbacks:
            self._run(callback)

    def _run(self, callback):
        try:
            callback(self)
        except Exception:
            logging.getLogger(__name__).warning("done callback raised", exc_info=True)

    def set_result(self, value):
        with self._only_when_pending():
            self._state = ("result", value)

    def set_exception(self, error):
        with self._only_when_pending():
            self._state = ("error", error)

    def cancel(self):
        try:
            with self._only_when_pending():
                self._state = ("cancelled",)
        except cf.InvalidStateError:
            return self._state[0] == "cancelled"
        else:
            return True

    def done(self):
        match self._state:
            case ("pending",):
                return False
            case _:
                return True

    def _final_state(self, timeout):
        with self._cv:
            self._cv.wait_for(self.done, timeout)
            return self._state

    def result(self, timeout=None):
        match self._final_state(timeout):
            case ("pending",):
                raise cf.TimeoutError()
            case ("cancelled",):
                raise cf.CancelledError()
            case ("error", error):
                raise error
            case ("result", value):
                return value

    def exception(self, timeout=None):
        match self._final_state(timeout):
            case ("pending",):
                raise cf.TimeoutError()
            case ("cancelled",):
                raise cf.CancelledError()
            case ("error", error):
                return error
        return None

    def add_done_callback(self, fn):
        with self._cv:
            pending = not self.done()
            if pending:
                self._callbacks.append(fn)
        if not pending:
            self._run(fn)
