# right: the outcome is kept as a closure that returns or raises it; callbacks as a list that becomes None
from concurrent import futures
from contextlib import suppress
from threading import Condition, Lock

_CANCELLED = object()


class Future:
    def __init__(self):
        self.__cond = Condition(Lock())
        self.__unwrap = None
        self.__error = None
        self.__todo = []

    def __finish(self, unwrap, error):
        with self.__cond:
            if self.__todo is None:
                raise futures.InvalidStateError("a future can be set only once")
            todo, self.__todo = self.__todo, None
            self.__unwrap, self.__error = unwrap, error
            self.__cond.notify_all()
        while todo:
            with suppress(Exception):
                todo.pop(0)(self)

    def __wait(self, timeout):
        with self.__cond:
            if not self.__cond.wait_for(lambda: self.__todo is None, timeout=timeout):
                raise futures.TimeoutError
        # nothing changes any more from here on

    def set_result(self, value):
        self.__finish(lambda: value, None)

    def set_exception(self, error):
        def unwrap():
            raise error
        self.__finish(unwrap, error)

    def cancel(self):
        def unwrap():
            raise futures.CancelledError
        with suppress(futures.InvalidStateError):
            self.__finish(unwrap, _CANCELLED)
        return self.__error is _CANCELLED

    def done(self):
        with self.__cond:
            return self.__todo is None

    def result(self, timeout=None):
        self.__wait(timeout)
        return self.__unwrap()

    def exception(self, timeout=None):
        self.__wait(timeout)
        if self.__error is _CANCELLED:
            raise futures.CancelledError
        return self.__error

    def add_done_callback(self, fn):
        with self.__cond:
            if self.__todo is not None:
                self.__todo.append(fn)
                return
        with suppress(Exception):
            fn(self)
