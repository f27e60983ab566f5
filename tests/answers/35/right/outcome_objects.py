# right: one outcome object (Returned, Raised, Cancelled) instead of flags, set once under the Condition
import threading
from concurrent.futures import CancelledError, InvalidStateError
from dataclasses import dataclass
from logging import getLogger


@dataclass(frozen=True)
class Returned:
    value: object

    def result(self):
        return self.value

    def exception(self):
        return None


@dataclass(frozen=True)
class Raised:
    error: BaseException

    def result(self):
        raise self.error

    def exception(self):
        return self.error


class Cancelled:
    def result(self):
        raise CancelledError

    exception = result


class Future:
    __slots__ = ("_changed", "_outcome", "_listeners", "__weakref__")

    def __init__(self):
        self._changed = threading.Condition()
        self._outcome = None            # nothing yet
        self._listeners = []

    def _decide(self, outcome):
        with self._changed:
            if self._outcome is not None:
                return False
            self._outcome = outcome
            self._changed.notify_all()
            listeners = tuple(self._listeners)
            self._listeners.clear()
        for fn in listeners:
            self._tell(fn)
        return True

    def _tell(self, fn):
        try:
            fn(self)
        except Exception:
            getLogger("future").exception("callback failed")

    def _get(self, timeout):
        with self._changed:
            self._changed.wait_for(self._decided, timeout)
            if self._outcome is None:
                raise TimeoutError(f"nothing after {timeout} seconds")
            return self._outcome

    def _decided(self):
        return self._outcome is not None

    def set_result(self, value):
        if not self._decide(Returned(value)):
            raise InvalidStateError("the future is done")

    def set_exception(self, error):
        if not self._decide(Raised(error)):
            raise InvalidStateError("the future is done")

    def cancel(self):
        return self._decide(Cancelled()) or isinstance(self._outcome, Cancelled)

    def done(self):
        return self._decided()

    def result(self, timeout=None):
        return self._get(timeout).result()

    def exception(self, timeout=None):
        return self._get(timeout).exception()

    def add_done_callback(self, fn):
        with self._changed:
            if self._outcome is None:
                self._listeners.append(fn)
                return
        self._tell(fn)
