"""A ticket from the cobbler, for shoes that are not mended yet.

The idea here: a future is a place for a result that is still to come.  It is filled
once; whoever asks too early waits in a `Condition`, and whoever does not want to wait
leaves a function that is called then.
"""

import threading
from collections.abc import Callable
from concurrent.futures import CancelledError, InvalidStateError
from typing import Any


class Future:
    """A result that is still to come, or the exception that comes in its place."""

    def __init__(self) -> None:
        """Nothing has come yet, and nobody has cancelled it."""
        self._changed = threading.Condition()
        self._done = self._cancelled = False
        self._result: Any = None
        self._error: Exception | None = None
        self._callbacks: list[Callable[[Future], object]] = []

    def set_result(self, result: Any) -> None:
        """Complete it with *result*.  Raises InvalidStateError the second time."""
        if not self._finish(result=result):
            raise InvalidStateError("the future is done already")

    def set_exception(self, error: Exception) -> None:
        """Complete it with *error*.  Raises InvalidStateError the second time."""
        if not self._finish(error=error):
            raise InvalidStateError("the future is done already")

    def result(self, timeout: float | None = None) -> Any:
        """Wait for the result and return it, or raise the exception that was set.

        Raises TimeoutError after *timeout* seconds, CancelledError if it is cancelled.
        """
        error = self.exception(timeout)
        if error is not None:
            raise error
        return self._result

    def exception(self, timeout: float | None = None) -> Exception | None:
        """Wait for the exception and return it; None when there is a result.

        Raises TimeoutError after *timeout* seconds, CancelledError if it is cancelled.
        """
        with self._changed:
            if not self._changed.wait_for(lambda: self._done, timeout):
                raise TimeoutError("nothing has come in time")
            if self._cancelled:
                raise CancelledError("the future was cancelled")
            return self._error

    def done(self) -> bool:
        """Whether it is completed or cancelled."""
        return self._done

    def cancel(self) -> bool:
        """Cancel it unless it is completed; say whether it is cancelled now."""
        return self._finish(cancelled=True) or self._cancelled

    def add_done_callback(self, fn: Callable[["Future"], object]) -> None:
        """Call `fn(self)` once: when it is done, or at once if it is done already."""
        with self._changed:
            if not self._done:
                self._callbacks.append(fn)
                return
        fn(self)

    def _finish(
        self,
        result: Any = None,
        error: Exception | None = None,
        cancelled: bool = False,
    ) -> bool:
        """Be done, unless it is already; say whether this was the first time."""
        # To look and to change is one step, here and in `add_done_callback`: whoever
        # comes before it is in the list, whoever comes after it sees that it is done.
        # The callbacks are called without the lock, for nobody knows what they do.
        with self._changed:
            if self._done:
                return False
            self._result, self._error, self._cancelled = result, error, cancelled
            self._done = True
            self._changed.notify_all()
        for fn in self._callbacks:
            fn(self)
        return True
