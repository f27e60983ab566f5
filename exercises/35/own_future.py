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
        # TODO: prepare what the other methods will need, then write them.
        raise NotImplementedError("Future.__init__ is still to be written")

    def set_result(self, result: Any) -> None:
        """Complete it with *result*.  Raises InvalidStateError the second time."""
        raise NotImplementedError("Future.set_result is still to be written")

    def set_exception(self, error: Exception) -> None:
        """Complete it with *error*.  Raises InvalidStateError the second time."""
        raise NotImplementedError("Future.set_exception is still to be written")

    def result(self, timeout: float | None = None) -> Any:
        """Wait for the result and return it, or raise the exception that was set.

        Raises TimeoutError after *timeout* seconds, CancelledError if it is cancelled.
        """
        raise NotImplementedError("Future.result is still to be written")

    def exception(self, timeout: float | None = None) -> Exception | None:
        """Wait for the exception and return it; None when there is a result.

        Raises TimeoutError after *timeout* seconds, CancelledError if it is cancelled.
        """
        raise NotImplementedError("Future.exception is still to be written")

    def done(self) -> bool:
        """Whether it is completed or cancelled."""
        raise NotImplementedError("Future.done is still to be written")

    def cancel(self) -> bool:
        """Cancel it unless it is completed; say whether it is cancelled now."""
        raise NotImplementedError("Future.cancel is still to be written")

    def add_done_callback(self, fn: Callable[["Future"], object]) -> None:
        """Call `fn(self)` once: when it is done, or at once if it is done already."""
        raise NotImplementedError("Future.add_done_callback is still to be written")
