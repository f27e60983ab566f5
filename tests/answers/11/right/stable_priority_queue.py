# right: a PriorityQueue subclass that numbers arrivals in its own _put hook; workers share one locked iterator; tombstones for undone jobs
from __future__ import annotations

import threading
from queue import Empty, LifoQueue, PriorityQueue
from typing import Any, Callable, Iterator, Optional


class StablePriorityQueue(PriorityQueue):
    """Holds Task objects; equal ones leave in the order in which they came."""

    def _init(self, maxsize: int) -> None:
        super()._init(maxsize)
        self._arrivals = 0

    def _put(self, item: Task) -> None:      # called under the queue's own mutex
        self._arrivals += 1
        super()._put((item.priority, self._arrivals, item))

    def _get(self) -> Task:
        return super()._get()[2]


class Task:
    def __init__(self, priority: int, job: Callable[[], Any]) -> None:
        self.priority, self.job = priority, job
        self._claim = threading.Lock()

    def claim(self) -> bool:
        """True for the first who asks: the worker that runs it or the undo that drops it."""
        return self._claim.acquire(blocking=False)


class LockedIterator:
    def __init__(self, iterable) -> None:
        self._it: Iterator = iter(iterable)
        self._lock = threading.Lock()

    def __iter__(self) -> LockedIterator:
        return self

    def __next__(self):
        with self._lock:
            return next(self._it)


class Dispatcher:
    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._tasks = StablePriorityQueue()
        self._latest = LifoQueue()
        self._submitting = threading.Lock()

    def submit(self, priority: int, job: Callable[[], Any]) -> None:
        task = Task(priority, job)
        with self._submitting:
            self._tasks.put(task)
            self._latest.put(task)

    def undo(self) -> Optional[Callable[[], Any]]:
        while True:
            try:
                task = self._latest.get_nowait()
            except Empty:
                return None
            if task.claim():
                return task.job

    def _agenda(self, results: list) -> Iterator[tuple[int, Callable[[], Any]]]:
        while True:
            try:
                task = self._tasks.get_nowait()
            except Empty:
                return
            if task.claim():
                results.append(None)
                yield len(results) - 1, task.job

    def run(self) -> list:
        results: list = []
        agenda = LockedIterator(self._agenda(results))

        def work() -> None:
            for place, job in agenda:
                try:
                    results[place] = job()
                except Exception as exc:
                    results[place] = exc

        threads = [threading.Thread(target=work, name=f"worker-{n}") for n in range(self._workers)]
        [t.start() for t in threads]
        [t.join() for t in threads]
        return results
