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

Order = tuple[Future[Any], Callable[..., Any], tuple[Any, ...]]


class ThreadPool:
    """A fixed number of threads that do what is submitted."""

    def __init__(self, workers: int) -> None:
        """Get ready for jobs, on *workers* threads (1 or more)."""
        self._orders: queue.Queue[Order | None] = queue.Queue()
        self._closing = threading.Lock()
        self._closed = False
        self._threads = [threading.Thread(target=self._work) for _ in range(workers)]
        for thread in self._threads:
            thread.start()

    def submit(self, func: Callable[..., Any], *args: Any) -> Future[Any]:
        """Have `func(*args)` called by one of the threads, and return its future.

        Raises RuntimeError after `shutdown`.
        """
        # To look whether the pool is closed and to put the job in is one step: behind
        # the stop marks nobody would ever find it.
        future: Future[Any] = Future()
        with self._closing:
            if self._closed:
                raise RuntimeError("the pool has been shut down")
            self._orders.put((future, func, args))
        return future

    def shutdown(self, wait: bool = True, cancel_futures: bool = False) -> None:
        """Take no more jobs; what was submitted is still done.

        With *wait*, come back when all is done and every thread has ended.  With
        *cancel_futures*, cancel what has not begun.
        """
        left = []
        with self._closing:
            self._closed = True
            if cancel_futures:
                left = self._take_all()
            for _ in self._threads:
                self._orders.put(None)
        for future, _, _ in left:
            future.cancel()
        if wait:
            for thread in self._threads:
                thread.join()

    def __enter__(self) -> "ThreadPool":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.shutdown()

    def _work(self) -> None:
        """Do one job after the other, until a stop mark comes."""
        while (order := self._orders.get()) is not None:
            future, func, args = order
            if not future.set_running_or_notify_cancel():
                continue
            try:
                future.set_result(func(*args))
            except BaseException as error:
                future.set_exception(error)

    def _take_all(self) -> list[Order]:
        """Take out what nobody has begun, and the stop marks with it."""
        taken = []
        while True:
            try:
                order = self._orders.get_nowait()
            except queue.Empty:
                return taken
            if order is not None:
                taken.append(order)
