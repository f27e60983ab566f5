# right: an Enum of states, Condition.wait_for with a time-out, callbacks run outside of the lock and are logged when they raise
from __future__ import annotations

import enum
import logging
import threading
from concurrent.futures import CancelledError, InvalidStateError
from typing import Any, Callable

log = logging.getLogger(__name__)


class State(enum.Enum):
    PENDING = "pending"
    CANCELLED = "cancelled"
    FINISHED = "finished"


class Future:
    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._state = State.PENDING
        self._result: Any = None
        self._exception: BaseException | None = None
        self._callbacks: list[Callable[[Future], Any]] = []

    def _settle(self, state: State, result: Any = None, exception: BaseException | None = None) -> None:
        with self._condition:
            if self._state is not State.PENDING:
                raise InvalidStateError(f"{self._state.value}: {self!r}")
            self._result = result
            self._exception = exception
            self._state = state
            callbacks, self._callbacks = self._callbacks, []
            self._condition.notify_all()
        for fn in callbacks:
            self._invoke(fn)

    def _invoke(self, fn: Callable[[Future], Any]) -> None:
        try:
            fn(self)
        except Exception:
            log.exception("exception calling callback for %r", self)

    def _await(self, timeout: float | None) -> None:
        """Returns with the lock held by the caller's with block and the future done."""
        if not self._condition.wait_for(lambda: self._state is not State.PENDING, timeout):
            raise TimeoutError()
        if self._state is State.CANCELLED:
            raise CancelledError()

    def set_result(self, result: Any) -> None:
        self._settle(State.FINISHED, result=result)

    def set_exception(self, exception: BaseException) -> None:
        self._settle(State.FINISHED, exception=exception)

    def cancel(self) -> bool:
        try:
            self._settle(State.CANCELLED)
        except InvalidStateError:
            with self._condition:
                return self._state is State.CANCELLED
        return True

    def done(self) -> bool:
        with self._condition:
            return self._state is not State.PENDING

    def result(self, timeout: float | None = None) -> Any:
        with self._condition:
            self._await(timeout)
            if self._exception is not None:
                raise self._exception
            return self._result

    def exception(self, timeout: float | None = None) -> BaseException | None:
        with self._condition:
            self._await(timeout)
            return self._exception

    def add_done_callback(self, fn: Callable[[Future], Any]) -> None:
        with self._condition:
            if self._state is State.PENDING:
                self._callbacks.append(fn)
                return
        self._invoke(fn)
