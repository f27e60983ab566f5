# right: single flight: the first caller opens an attempt and runs the factory outside of any lock, all who come meanwhile share its value or its exception
from __future__ import annotations

from threading import Event, Lock
from typing import Callable, Generic, Optional, TypeVar

T = TypeVar("T")


class Attempt(Generic[T]):
    __slots__ = ("_ended", "_value", "_error")

    def __init__(self) -> None:
        self._ended = Event()
        self._value: Optional[T] = None
        self._error: Optional[BaseException] = None

    def succeed(self, value: T) -> None:
        self._value = value
        self._ended.set()

    def fail(self, error: BaseException) -> None:
        self._error = error
        self._ended.set()

    def outcome(self) -> T:
        self._ended.wait()
        if self._error is not None:
            raise self._error
        return self._value


class Lazy(Generic[T]):
    def __init__(self, factory: Callable[[], T]) -> None:
        self._factory = factory
        self._lock = Lock()
        self._attempt: Optional[Attempt[T]] = None

    def get(self) -> T:
        with self._lock:
            attempt = self._attempt
            mine = attempt is None
            if mine:
                attempt = self._attempt = Attempt()
        if mine:
            try:
                value = self._factory()
            except BaseException as error:
                with self._lock:
                    self._attempt = None          # the next one tries again
                attempt.fail(error)
                raise
            attempt.succeed(value)
        return attempt.outcome()
