"""`multiprocessing.Pool`: jobs in batches, for processes that begin at once."""

from __future__ import annotations

import concurrent.futures as real
import itertools
import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from types import TracebackType
from typing import Any

from threadlings.identity import running
from threadlings.sync.base import Standin, act, meet
from threadlings.sync.clock import CORES
from threadlings.sync.crew import Crew, all_of, chunks, fail_with, one_of, pack
from threadlings.sync.future import Future, as_completed


class AsyncResult:
    """What one or several jobs of a pool will come to."""

    def __init__(
        self,
        futures: list[Future[Any]],
        shape: Callable[[list[Any]], Any],
        callback: Callable[[Any], object] | None,
        error_callback: Callable[[BaseException], object] | None,
    ) -> None:
        self._futures, self._shape = futures, shape
        self._told = (callback, error_callback)
        self._left = len(futures)
        for future in futures:
            future.add_done_callback(self._one)

    def _one(self, future: Future[Any]) -> None:
        self._left -= 1
        callback, error_callback = self._told
        if self._left:
            return
        error = next((f._exception for f in self._futures if f._exception), None)
        if error is None and callback is not None:
            callback(self._shape([f._result for f in self._futures]))
        elif error is not None and error_callback is not None:
            error_callback(error)

    def ready(self) -> bool:
        """Whether all is done."""
        return all([future.done() for future in self._futures])

    def successful(self) -> bool:
        """Whether nothing was raised.  Raises ValueError before all is done."""
        if not self.ready():
            raise ValueError(f"{self!r} not ready")
        return all(future._exception is None for future in self._futures)

    def wait(self, timeout: float | None = None) -> None:
        """Wait until all is done, *timeout* virtual seconds at most."""
        until = None if timeout is None else running().clock + timeout
        for future in self._futures:
            left = None if until is None else max(0.0, until - running().clock)
            try:
                future.exception(left)
            except real.TimeoutError:  # another one than the builtin in 3.10
                return

    def get(self, timeout: float | None = None) -> Any:
        """The result.  Raises what was raised, or TimeoutError."""
        self.wait(timeout)
        if not all(future._settled() for future in self._futures):
            raise multiprocessing.TimeoutError
        for future in self._futures:
            if future._exception is not None:
                raise future._exception
        return self._shape([future._result for future in self._futures])


def _only(results: list[Any]) -> Any:
    return results[0]


def _flat(results: list[Any]) -> list[Any]:
    return list(itertools.chain.from_iterable(results))


class Pool(Standin):
    """`multiprocessing.Pool`: its workers begin at once."""

    def __init__(
        self,
        processes: int | None = None,
        initializer: Callable[..., Any] | None = None,
        initargs: Iterable[Any] = (),
        maxtasksperchild: int | None = None,
        context: Any = None,
    ) -> None:
        processes = CORES if processes is None else processes
        if processes < 1:
            raise ValueError("Number of processes must be at least 1")
        most = maxtasksperchild
        if most is not None and (not isinstance(most, int) or most < 1):
            raise ValueError("maxtasksperchild must be a positive int or None")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._processes = processes
        self._crew = Crew(self, processes, initializer, tuple(initargs), most)
        self._crew.patient = True
        self._crew.label = "worker"
        for _ in range(processes):
            self._crew.hire()

    def _check_running(self) -> None:
        if self._crew.closed:
            raise ValueError("Pool not running")

    def _submit(self, fn: Any, *args: Any, **kwargs: Any) -> Future[Any]:
        self._check_running()
        return self._crew.add(fn, (pack(fn, args, kwargs),), {})

    def apply_async(
        self,
        func: Callable[..., Any],
        args: Iterable[Any] = (),
        kwds: dict[str, Any] | None = None,
        callback: Any = None,
        error_callback: Any = None,
    ) -> AsyncResult:
        """Have *func* called; its result comes later."""
        future = self._submit(func, *args, **(kwds or {}))
        return AsyncResult([future], _only, callback, error_callback)

    def apply(self, func: Callable[..., Any], args: Any = (), kwds: Any = None) -> Any:
        """Have *func* called, and wait for its result."""
        return self.apply_async(func, args, kwds).get()

    def _map(
        self, each: Any, func: Any, items: Any, size: Any, callback: Any, errors: Any
    ) -> AsyncResult:
        items = list(items)
        if size is None:
            size, extra = divmod(len(items), self._processes * 4)
            size += bool(extra)
        if size <= 0:  # nothing is done, and nobody says so
            return AsyncResult([], lambda _: [None] * len(items), callback, errors)
        batches = chunks(items, size)
        futures = [self._submit(each, func, chunk) for chunk in batches]
        return AsyncResult(futures, _flat, callback, errors)

    def map_async(
        self,
        func: Callable[..., Any],
        iterable: Iterable[Any],
        chunksize: int | None = None,
        callback: Any = None,
        error_callback: Any = None,
    ) -> AsyncResult:
        """Have *func* called for all items; the results come later."""
        return self._map(one_of, func, iterable, chunksize, callback, error_callback)

    def map(
        self,
        func: Callable[..., Any],
        iterable: Iterable[Any],
        chunksize: int | None = None,
    ) -> list[Any]:
        """The results of *func* for all items, in their order."""
        found: list[Any] = self.map_async(func, iterable, chunksize).get()
        return found

    def starmap_async(
        self,
        func: Callable[..., Any],
        iterable: Iterable[Iterable[Any]],
        chunksize: int | None = None,
        callback: Any = None,
        error_callback: Any = None,
    ) -> AsyncResult:
        """The same; each item holds all arguments of a call."""
        return self._map(all_of, func, iterable, chunksize, callback, error_callback)

    def starmap(
        self,
        func: Callable[..., Any],
        iterable: Iterable[Iterable[Any]],
        chunksize: int | None = None,
    ) -> list[Any]:
        """The same, at once."""
        found: list[Any] = self.starmap_async(func, iterable, chunksize).get()
        return found

    def _each(self, func: Any, items: Iterable[Any], size: int) -> list[Future[Any]]:
        """The jobs of `imap`: the last one fails if the items end in an exception."""
        self._check_running()
        if size < 1:
            raise ValueError(f"Chunksize must be 1+, not {size}")
        jobs: list[Future[Any]] = []
        batches = chunks(items, size)
        while True:
            try:
                chunk = next(batches, None)
            except Exception as error:
                return [*jobs, self._submit(fail_with, error)]
            if chunk is None:
                return jobs
            jobs.append(self._submit(one_of, func, chunk))

    def imap(
        self, func: Callable[..., Any], iterable: Iterable[Any], chunksize: int = 1
    ) -> Iterator[Any]:
        """The results as they are asked for, in the order of the items."""
        futures = deque(self._each(func, iterable, chunksize))

        def results() -> Iterator[Any]:
            while futures:
                yield from futures.popleft().result()

        return results()

    def imap_unordered(
        self, func: Callable[..., Any], iterable: Iterable[Any], chunksize: int = 1
    ) -> Iterator[Any]:
        """The results as they come."""
        futures = self._each(func, iterable, chunksize)

        def results() -> Iterator[Any]:
            for future in as_completed(futures):
                yield from future.result()

        return results()

    def close(self) -> None:
        """Take no more jobs."""
        if not self._crew.closed:
            self._crew.end(wait=False, cancel_futures=False)

    def terminate(self) -> None:
        """End the workers at once, whatever they do."""
        meet(act("terminate", self._thing, self._crew.all))
        self._crew.close()
        self._crew.jobs.clear()
        for process in self._crew.staff:
            if process._home is not None:  # who only begins finds nothing to do
                process._home.lasts.clear()  # nobody comes in its place
                process.terminate()
        for process in self._crew.threads:
            process.join()

    def join(self) -> None:
        """Wait for the workers to end.  Raises ValueError before `close`."""
        if not self._crew.closed:
            raise ValueError("Pool is still running")
        for process in self._crew.threads:
            process.join()

    def __enter__(self) -> Pool:
        self._check_running()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.terminate()

    def __reduce_ex__(self, protocol: Any) -> Any:
        raise NotImplementedError(
            "pool objects cannot be passed between processes or pickled"
        )
