"""The paper goes to press at six, with or without your article.

The idea here: whoever waits can give up at a deadline, but nobody can stop a
job that runs.  It may go on; what matters is that nobody waits for it.
"""

import concurrent.futures
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")
D = TypeVar("D")


def call(func: Callable[[], T], seconds: float, default: D) -> T | D:
    """What `func()` returns or raises, or *default* when *seconds* are not enough.

    Comes back when the time is up, even if the function goes on.
    """
    # TODO: the time is up, and then?  Who still waits, and for what?
    with ThreadPoolExecutor(1) as pool:
        future = pool.submit(func)
        try:
            return future.result(timeout=seconds)
        except concurrent.futures.TimeoutError:
            return default


def run_until(
    jobs: list[Callable[[], T]], workers: int, seconds: float
) -> list[T | None]:
    """Do the jobs on *workers* threads, for *seconds* at most.

    Gives the results in the order of *jobs*, with None for what was not done in
    time.  Comes back when the time is up; what has not begun by then never does.
    """
    with ThreadPoolExecutor(workers) as pool:
        futures = [pool.submit(job) for job in jobs]
        done, _ = concurrent.futures.wait(futures, timeout=seconds)
        return [future.result() if future in done else None for future in futures]
