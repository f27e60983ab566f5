"""`concurrent.futures.ProcessPoolExecutor`."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from threadlings.sync.clock import CORES
from threadlings.sync.crew import Crew, all_of, chunks, pack
from threadlings.sync.future import Future
from threadlings.sync.pool import Executor
from threadlings.sync.process import Process


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
        most = max_tasks_per_child
        if most is not None and not isinstance(most, int):
            raise TypeError("max_tasks_per_child must be an integer")
        if most is not None and most <= 0:
            raise ValueError("max_tasks_per_child must be >= 1")
        self._max_workers = max_workers
        self._shared = Crew(self, max_workers, initializer, initargs, most)
        self._shared.label = "worker"

    @property
    def _processes(self) -> dict[int | None, Process]:
        return {one.pid: one for one in self._shared.threads}

    def submit(
        self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any
    ) -> Future[Any]:
        """Have a job done.  Raises RuntimeError after `shutdown`."""
        packed = pack(fn, args, kwargs)
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
        batches = chunks(zip(*iterables, strict=False), chunksize)
        found = super().map(all_of, itertools.repeat(fn), batches, timeout=timeout)
        return itertools.chain.from_iterable(found)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Take no more jobs; when *wait*, come back when all are done."""
        self._shared.end(wait, cancel_futures)
