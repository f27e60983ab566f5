# right: done callbacks put (index, future) on a SimpleQueue, the caller takes them off in that order
from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from queue import SimpleQueue
from typing import Any, Callable, Sequence

Job = Callable[[], Any]


def _submit_all(pool: ThreadPoolExecutor, jobs: Sequence[Job]) -> tuple[int, SimpleQueue]:
    ready: SimpleQueue = SimpleQueue()
    count = 0
    for job in jobs:
        future = pool.submit(job)
        future.add_done_callback(partial(_announce, ready, count))
        count += 1
    return count, ready


def _announce(ready, index, future):
    ready.put((index, future))


def run(jobs: Sequence[Job], workers: int, on_done: Callable[[int, Any], None]) -> list:
    with ThreadPoolExecutor(max_workers=workers) as pool:
        count, ready = _submit_all(pool, jobs)
        results: list = [None] * count
        for _ in range(count):
            index, future = ready.get()
            results[index] = future.result()
            on_done(index, results[index])
        return results


def first(jobs: Sequence[Job], workers: int, n: int) -> list:
    pool = ThreadPoolExecutor(max_workers=workers)
    try:
        count, ready = _submit_all(pool, jobs)
        return [ready.get()[1].result() for _ in range(min(n, count))]
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
