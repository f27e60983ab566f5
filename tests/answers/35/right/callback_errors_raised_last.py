# right: the Condition is a helper class of its own; a callback's error is raised by the setter when all callbacks have run
import threading
from concurrent.futures import CancelledError, InvalidStateError


class OnceCell:
    """A place for one value, filled at most once; built on Condition."""

    def __init__(self):
        self._cond = threading.Condition()
        self._full = False
        self._value = None
        self._on_fill = []

    def fill(self, value):
        """-> the functions that wait for this, or None when something is here already"""
        with self._cond:
            if self._full:
                return None
            self._value, self._full = value, True
            self._cond.notify_all()
            return self._on_fill

    def when_full(self, fn):
        with self._cond:
            if not self._full:
                self._on_fill.append(fn)
            return self._full

    def peek(self):
        with self._cond:
            return self._full, self._value

    def wait(self, timeout):
        with self._cond:
            if not self._cond.wait_for(lambda: self._full, timeout):
                raise TimeoutError("not done yet")
            return self._value


class Future:
    def __init__(self):
        self._cell = OnceCell()

    def _fill(self, kind, value=None):
        callbacks = self._cell.fill((kind, value))
        if callbacks is None:
            return False
        first_error = None
        for fn in callbacks:
            try:
                fn(self)
            except Exception as error:
                if first_error is None:
                    first_error = error
        if first_error is not None:
            raise first_error
        return True

    def set_result(self, value):
        if not self._fill("value", value):
            raise InvalidStateError("set twice")

    def set_exception(self, error):
        if not self._fill("error", error):
            raise InvalidStateError("set twice")

    def cancel(self):
        if self._fill("cancelled"):
            return True
        full, (kind, _) = self._cell.peek()
        return kind == "cancelled"

    def cancelled(self):
        full, content = self._cell.peek()
        return full and content[0] == "cancelled"

    def done(self):
        full, _ = self._cell.peek()
        return full

    def _wait(self, timeout):
        kind, value = self._cell.wait(timeout)
        if kind == "cancelled":
            raise CancelledError()
        return kind, value

    def result(self, timeout=None):
        kind, value = self._wait(timeout)
        if kind == "error":
            raise value
        return value

    def exception(self, timeout=None):
        kind, value = self._wait(timeout)
        return value if kind == "error" else None

    def add_done_callback(self, fn):
        if self._cell.when_full(fn):
            fn(self)
