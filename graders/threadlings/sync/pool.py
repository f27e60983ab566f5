"""`concurrent.futures.ThreadPoolExecutor`: to submit or to take a job is one step.

Every job starts a thread until there are enough.  CPython starts none for a job that
finds a worker idle; but whether one has got so far by then is never sure.
"""

from __future__ import annotations

import concurrent.futures.thread as real
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from types import TracebackType
from typing import Any

from threadlings.calls import announce
from threadlings.events import Touch
from threadlings.fiber import Fiber
from threadlings.identity import brief, running
from threadlings.sync.base import Standin, act, give, meet, say
from threadlings.sync.clock import CORES
from threadlings.sync.future import LOGGER, Future
from threadlings.sync.queue import ITEMS, PLENTY
from threadlings.sync.thread import Thread

Job = tuple[Future[Any], Callable[..., Any], tuple[Any, ...], dict[str, Any]]
HEAD, TAIL = "head", "tail"  # of its queue of jobs
BROKEN = "A thread initializer failed, the thread pool is not usable anymore"


class Executor(Standin):
    """Something that does jobs."""

    def submit(
        self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any
    ) -> Future[Any]:
        """Have a job done."""
        raise NotImplementedError

    def map(
        self,
        fn: Callable[..., Any],
        *iterables: Iterable[Any],
        timeout: float | None = None,
        chunksize: int = 1,
    ) -> Iterator[Any]:
        """Have *fn* called with all items, and give the results in their order."""
        until = None if timeout is None else running().clock + timeout
        futures = deque(
            [self.submit(fn, *items) for items in zip(*iterables, strict=False)]
        )

        def results() -> Iterator[Any]:
            try:
                while futures:
                    left = None if until is None else until - running().clock
                    yield _result(futures.popleft(), left)
            finally:
                if not running().over:
                    for future in futures:
                        future.cancel()

        return results()

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Take no more jobs."""

    def __enter__(self) -> Any:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.shutdown(wait=True)


def _result(future: Future[Any], timeout: float | None) -> Any:
    """Its result in time; else nobody wants it any more."""
    try:
        return future.result(timeout)
    finally:
        if not running().over and not future._settled():
            future.cancel()


class Shared:
    """What an executor and its workers share: they don't keep the executor alive."""

    broken_as: type[Exception] = real.BrokenThreadPool

    def __init__(self, pool: Standin, workers: int) -> None:
        self.key, self.thing = pool._uid, pool._thing
        self.all: tuple[Touch, ...] = (((self.key, TAIL), "w"), ((self.key, HEAD), "w"))
        self.jobs: deque[Job] = deque()
        self.threads: list[Any] = []
        self.workers = workers
        self.busy: set[Fiber] = set()  # workers that do a job
        self.closed = False
        self.broken = ""

    @property
    def done(self) -> bool:
        """Whether nothing is left to do, and never will be."""
        return self.closed and not self.jobs

    def step(self, kind: str) -> None:
        """A step that changes all of it."""
        meet(act(kind, self.thing, self.all))

    def close(self) -> None:
        """Let the workers go home when the jobs are done."""
        if not self.closed:
            self.closed = True
            give((self.key, ITEMS), PLENTY)

    # ── a worker's life ──────────────────────────────────────────────────────
    def work(
        self, initializer: Callable[..., Any] | None, initargs: tuple[Any, ...]
    ) -> None:
        """Do jobs until there are none and will be none."""
        if initializer is not None:
            try:
                initializer(*initargs)
            except BaseException as error:
                if running().over:
                    raise
                LOGGER.critical("Exception in initializer:", exc_info=error)
                self.fail()
                return
        while (job := self.take()) is not None:
            self.do(*job)
            self.busy.discard(running().current)
            del job

    def take(self) -> Job | None:
        """The next job that was not cancelled; None when there will be no more."""
        while True:
            head = self.all[1:]
            operation = act("take", self.thing, head)
            more = operation.touches[len(head) :]  # what every step touches here
            operation.may_go = lambda: self.closed or bool(self.jobs)
            operation.needs = (((self.key, ITEMS), 1),)
            operation.prepare = lambda more=more: (*self._touches(), *more)
            meet(operation)
            if not self.jobs:
                say("no more")
                return None
            give((self.key, ITEMS), -1)
            job = self.jobs.popleft()
            if job[0]._begin():
                self.busy.add(running().current)
                say(brief(running(), job[1]))
                return job
            say("cancelled")

    def _touches(self) -> tuple[Touch, ...]:
        """To take a job touches its future, too: it begins, or is cancelled."""
        if not self.jobs:
            return (((self.key, HEAD), "r"),)
        return (*self.all[1:], (self.jobs[0][0]._uid, "w"))

    def do(
        self,
        future: Future[Any],
        function: Callable[..., Any],
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
    ) -> None:
        """Do a job, and tell its future what came of it."""
        announce(function)
        try:
            result = function(*args, **kwargs)
        except BaseException as error:
            if running().over:
                raise
            future.set_exception(error)
        else:
            future.set_result(result)

    def fail(self) -> None:
        """A worker could not begin: nothing will be done any more."""
        self.step("fail")
        self.broken = BROKEN
        while self.jobs:
            future = self.jobs.popleft()[0]
            future.set_exception(self.broken_as(BROKEN))

    def add(
        self, fn: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> Future[Any]:
        """One more job.  Raises RuntimeError after the end."""
        # To add a job does not disturb who takes another one.
        meet(act("submit", self.thing, self.all[:1]))
        say(brief(running(), fn))
        if self.broken:
            raise self.broken_as(self.broken)
        if self.closed:
            raise RuntimeError("cannot schedule new futures after shutdown")
        future: Future[Any] = Future()
        self.jobs.append((future, fn, args, kwargs))
        give((self.key, ITEMS), 1)
        return future

    def end(self, wait: bool, cancel_futures: bool) -> None:
        """Take no more jobs; see `Executor.shutdown`."""
        meet(act("shutdown", self.thing, self.all[: 1 + cancel_futures]))
        self.close()
        while cancel_futures and self.jobs:
            give((self.key, ITEMS), -1)
            self.jobs.popleft()[0].cancel()
        for thread in self.threads if wait else ():
            thread.join()


class ThreadPoolExecutor(Executor):
    """Threads that do jobs, at most *max_workers* of them."""

    def __init__(
        self,
        max_workers: int | None = None,
        thread_name_prefix: str = "",
        initializer: Callable[..., Any] | None = None,
        initargs: tuple[Any, ...] = (),
    ) -> None:
        if max_workers is None:
            max_workers = CORES + 4
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        run = running()
        number = run.numbers["pool"] = run.numbers.get("pool", -1) + 1
        self._max_workers = max_workers
        self._named = thread_name_prefix != ""
        self._thread_name_prefix = thread_name_prefix or f"ThreadPoolExecutor-{number}"
        self._initializer = initializer
        self._initargs = initargs
        self._shared = Shared(self, max_workers)

    @property
    def _broken(self) -> str | bool:
        return self._shared.broken or False

    @property
    def _threads(self) -> set[Thread]:
        return set(self._shared.threads)

    def submit(
        self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any
    ) -> Future[Any]:
        """Have a job done.  Raises RuntimeError after `shutdown`."""
        shared = self._shared
        future = shared.add(fn, args, kwargs)
        if len(shared.threads) < shared.workers:
            self._hire()
        return future

    def _hire(self) -> None:
        """Start one more worker."""
        shared = self._shared
        number = len(shared.threads)
        name = f"{self._thread_name_prefix}_{number}"
        thread = Thread(
            target=shared.work, name=name, args=(self._initializer, self._initargs)
        )
        shared.threads.append(thread)
        # The lock of CPython's pool lets nobody come between this and the job.
        shown = name if self._named else f"worker-{number + 1}"
        thread._start(shown, running().proceed)
        worker = thread._fiber
        assert worker is not None
        worker.retired = lambda: shared.done and worker not in shared.busy

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Take no more jobs; when *wait*, come back when all are done.

        With *cancel_futures* those that have not begun never will.
        """
        self._shared.end(wait, cancel_futures)

    def __del__(self) -> None:
        """Nobody can submit any more: its workers go home."""
        shared = getattr(self, "_shared", None)  # None: it was refused
        if shared is not None:
            shared.closed = True
