"""A courier office: a few bicycles, and a slip for everybody who calls.

The idea here: the threads of a pool outlive their jobs.  Each of them takes one job
after the other out of a queue, and what comes of it goes into a future, good or bad.
"""

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from types import TracebackType
from typing import Any


class ThreadPool:
    """A fixed number of threads that do what is submitted."""

    def __init__(self, workers: int) -> None:
        """Get ready for jobs, on *workers* threads (1 or more)."""
        # TODO: where do the jobs wait, and how will the threads hear of the end?
        raise NotImplementedError("ThreadPool.__init__ is still to be written")

    def submit(self, func: Callable[..., Any], *args: Any) -> Future[Any]:
        """Have `func(*args)` called by one of the threads, and return its future.

        Raises RuntimeError after `shutdown`.
        """
        raise NotImplementedError("ThreadPool.submit is still to be written")

    def shutdown(self, wait: bool = True, cancel_futures: bool = False) -> None:
        """Take no more jobs; what was submitted is still done.

        With *wait*, come back when all is done and every thread has ended.  With
        *cancel_futures*, cancel what has not begun.
        """
        raise NotImplementedError("ThreadPool.shutdown is still to be written")

    def __enter__(self) -> "ThreadPool":
        raise NotImplementedError("ThreadPool.__enter__ is still to be written")

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        raise NotImplementedError("ThreadPool.__exit__ is still to be written")
