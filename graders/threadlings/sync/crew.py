"""Processes that do jobs: `ProcessPoolExecutor` and `multiprocessing.Pool`.

A job is pickled when it is handed in, done in a worker's own memory, and its result is
pickled on the way back.
"""

from __future__ import annotations

import itertools
import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures.process import BrokenProcessPool
from types import TracebackType
from typing import Any

from threadlings.calls import announce
from threadlings.core import Run
from threadlings.identity import running
from threadlings.sync.base import Standin, act, give, meet
from threadlings.sync.clock import CORES
from threadlings.sync.future import Future, as_completed
from threadlings.sync.pool import Executor, Shared
from threadlings.sync.process import Exited, Home, Process, home, homes
from threadlings.sync.queue import ITEMS, PLENTY
from threadlings.sync.thread import LEAVING
from threadlings.sync.wire import Message, dumps, loads

ABRUPT = (
    "A process in the process pool was terminated abruptly while the future was "
    "running or pending."
)


class _Crew(Shared):
    """Workers that are processes."""

    broken_as = BrokenProcessPool

    def __init__(self, pool: Standin, workers: int, init: Any, initargs: Any) -> None:
        super().__init__(pool, workers)
        self.owner = home()
        self.begin = dumps((init, initargs), spawning=True)
        self.doing: dict[int, Future[Any]] = {}  # by worker
        self.patient = False  # whoever dies takes a job along, and nobody says so
        self.label = ""

    # ── a worker's life ──────────────────────────────────────────────────────
    def hire(self) -> None:
        """Start one more worker."""
        process = Process(daemon=True)
        process._name = f"{self.label}-{len(self.threads) + 1}"
        self.threads.append(process)
        process._launch(self._serve)
        own = process._home
        assert own is not None
        own.process = process
        key = own.fiber.key
        own.fiber.retired = lambda: self.done and key not in self.doing
        own.lasts.append(lambda: self.gone(own))

    def _serve(self, own: Home) -> int:
        try:
            initializer, initargs = loads(self.begin)
            self.work(initializer, initargs)
        except (*LEAVING, Exited):
            raise
        return 0

    def do(
        self,
        future: Future[Any],
        function: Callable[..., Any],
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
    ) -> None:
        """Do a job in the worker's own memory."""
        me = running().current
        self.doing[me.key] = future
        packed = args[0]
        if isinstance(packed, BaseException):  # it could not be pickled
            future.set_exception(packed)
        else:
            error, answer = _answer(packed)
            there, me.home = me.home, _key(running(), self.owner)
            try:
                answer = loads(answer)
            finally:
                me.home = there
            (future.set_exception if error else future.set_result)(answer)
        self.doing.pop(me.key, None)

    def gone(self, own: Home) -> None:
        """A worker has ended."""
        future = self.doing.pop(own.fiber.key, None)
        if self.closed and not self.jobs and future is None:
            return
        if own.code == 0 or self.broken:
            return
        if self.patient:  # a new worker comes, and the job is lost
            self.threads = [one for one in self.threads if one._home is not own]
            return
        self.broken = ABRUPT
        self.closed = True
        give((self.key, ITEMS), PLENTY)
        lost = [job[0] for job in self.jobs] + ([future] if future else [])
        self.jobs.clear()
        for one in lost:
            if not one._settled():
                one.set_exception(BrokenProcessPool(ABRUPT))


def _key(run: Run, own: Home) -> int:
    return next(key for key, one in homes(run).items() if one is own)


def _answer(packed: Message) -> tuple[bool, Message]:
    """Whether the job has failed, and what it has given or raised."""
    try:
        function, args, kwargs = loads(packed)
        announce(function)
        result = function(*args, **kwargs)
        return False, dumps(result)
    except (*LEAVING, Exited):
        raise
    except BaseException as error:
        error.__traceback__ = None
        return True, dumps(error)


def _pack(fn: Any, args: Any, kwargs: Any) -> Message | BaseException:
    try:
        return dumps((fn, args, kwargs))
    except (*LEAVING, Exited):
        raise
    except Exception as error:
        return error


class ProcessPoolExecutor(Executor):
    """Processes that do jobs, at most *max_workers* of them."""

    def __init__(
        self,
        max_workers: int | None = None,
        mp_context: Any = None,
        initializer: Callable[..., Any] | None = None,
        initargs: tuple[Any, ...] = (),
        *,
        max_tasks_per_child: int | None = None,
    ) -> None:
        if max_workers is None:
            max_workers = CORES
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._max_workers = max_workers
        self._shared = _Crew(self, max_workers, initializer, initargs)
        self._shared.label = "worker"

    @property
    def _processes(self) -> dict[int | None, Process]:
        return {one.pid: one for one in self._shared.threads}

    def submit(
        self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any
    ) -> Future[Any]:
        """Have a job done.  Raises RuntimeError after `shutdown`."""
        packed = _pack(fn, args, kwargs)
        shared = self._shared
        future = shared.add(fn, (packed,), {})
        if len(shared.threads) < shared.workers:
            shared.hire()
        return future

    def map(
        self,
        fn: Callable[..., Any],
        *iterables: Iterable[Any],
        timeout: float | None = None,
        chunksize: int = 1,
    ) -> Iterator[Any]:
        """The results of *fn* for all items, in their order; *chunksize* to a job."""
        if chunksize < 1:
            raise ValueError("chunksize must be >= 1.")
        chunks = _chunks(zip(*iterables, strict=False), chunksize)
        found = super().map(_all_of, itertools.repeat(fn), chunks, timeout=timeout)
        return itertools.chain.from_iterable(found)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Take no more jobs; when *wait*, come back when all are done."""
        self._shared.end(wait, cancel_futures)


def _chunks(items: Iterable[Any], size: int) -> Iterator[list[Any]]:
    rest = iter(items)
    while chunk := list(itertools.islice(rest, size)):
        yield chunk


def _all_of(fn: Callable[..., Any], chunk: list[Any]) -> list[Any]:
    """What *fn* gives for each of a chunk."""
    announce(fn)
    return [fn(*args) for args in chunk]


def _one_of(fn: Callable[..., Any], chunk: list[Any]) -> list[Any]:
    announce(fn)
    return [fn(item) for item in chunk]


# ── multiprocessing.Pool ─────────────────────────────────────────────────────
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
            except TimeoutError:
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
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._processes = processes
        self._crew = _Crew(self, processes, initializer, tuple(initargs))
        self._crew.patient = True
        self._crew.label = "worker"
        for _ in range(processes):
            self._crew.hire()

    def _submit(self, fn: Any, *args: Any, **kwargs: Any) -> Future[Any]:
        if self._crew.closed:
            raise ValueError("Pool not running")
        while len(self._crew.threads) < self._processes:  # somebody has died
            self._crew.hire()
        return self._crew.add(fn, (_pack(fn, args, kwargs),), {})

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
        chunks = _chunks(items, max(1, size))
        futures = [self._submit(each, func, chunk) for chunk in chunks]
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
        return self._map(_one_of, func, iterable, chunksize, callback, error_callback)

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
        return self._map(_all_of, func, iterable, chunksize, callback, error_callback)

    def starmap(
        self,
        func: Callable[..., Any],
        iterable: Iterable[Iterable[Any]],
        chunksize: int | None = None,
    ) -> list[Any]:
        """The same, at once."""
        found: list[Any] = self.starmap_async(func, iterable, chunksize).get()
        return found

    def imap(
        self, func: Callable[..., Any], iterable: Iterable[Any], chunksize: int = 1
    ) -> Iterator[Any]:
        """The results as they are asked for, in the order of the items."""
        chunks = _chunks(iterable, chunksize)
        futures = deque([self._submit(_one_of, func, chunk) for chunk in chunks])

        def results() -> Iterator[Any]:
            while futures:
                yield from futures.popleft().result()

        return results()

    def imap_unordered(
        self, func: Callable[..., Any], iterable: Iterable[Any], chunksize: int = 1
    ) -> Iterator[Any]:
        """The results as they come."""
        chunks = _chunks(iterable, chunksize)
        futures = [self._submit(_one_of, func, chunk) for chunk in chunks]

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
        self._crew.close()
        meet(act("terminate", self._thing, self._crew.all))
        self._crew.jobs.clear()
        for process in self._crew.threads:
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
