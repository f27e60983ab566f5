# right: acquire / try / finally, a while loop that works out the time left, strings as states
import concurrent.futures
import threading
import time
import traceback


class Future:
    def __init__(self):
        self._cond = threading.Condition(threading.Lock())
        self._state = "pending"
        self._value = None
        self._callbacks = []

    def _change(self, state, value):
        self._cond.acquire()
        try:
            if self._state != "pending":
                return False
            self._state = state
            self._value = value
            waiting = self._callbacks
            self._callbacks = None
            self._cond.notify_all()
        finally:
            self._cond.release()
        for callback in waiting:
            self._call(callback)
        return True

    def _call(self, callback):
        try:
            callback(self)
        except Exception:
            traceback.print_exc()

    def _wait(self, timeout):
        end = None
        if timeout is not None:
            end = time.monotonic() + timeout
        self._cond.acquire()
        try:
            while self._state == "pending":
                if end is None:
                    self._cond.wait()
                else:
                    left = end - time.monotonic()
                    if left <= 0:
                        raise concurrent.futures.TimeoutError()
                    self._cond.wait(left)
            return self._state, self._value
        finally:
            self._cond.release()

    def set_result(self, value):
        if not self._change("result", value):
            raise concurrent.futures.InvalidStateError("already done")

    def set_exception(self, error):
        if not self._change("error", error):
            raise concurrent.futures.InvalidStateError("already done")

    def cancel(self):
        if self._change("cancelled", None):
            return True
        return self._wait(None)[0] == "cancelled"

    def done(self):
        self._cond.acquire()
        try:
            return self._state != "pending"
        finally:
            self._cond.release()

    def result(self, timeout=None):
        state, value = self._wait(timeout)
        if state == "cancelled":
            raise concurrent.futures.CancelledError()
        if state == "error":
            raise value
        return value

    def exception(self, timeout=None):
        state, value = self._wait(timeout)
        if state == "cancelled":
            raise concurrent.futures.CancelledError()
        if state == "error":
            return value
        return None

    def add_done_callback(self, fn):
        self._cond.acquire()
        try:
            now = self._state != "pending"
            if not now:
                self._callbacks.append(fn)
        finally:
            self._cond.release()
        if now:
            self._call(fn)
