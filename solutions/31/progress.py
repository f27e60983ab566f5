"""Election night: each village goes on the board as soon as it has counted.

The idea here: `as_completed` gives futures in the order in which they are done.
What was submitted and has not begun can still be cancelled.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, as_completed
from itertools import islice
from typing import TypeVar

T = TypeVar("T")


def run(
    jobs: list[Callable[[], T]], workers: int, on_done: Callable[[int, T], object]
) -> list[T]:
    """Do the jobs on *workers* threads, and tell of each as soon as it is done.

    Calls `on_done(index, result)` on the caller's thread, in the order in which
    the jobs complete; gives the results in the order of *jobs*.
    """
    with ThreadPoolExecutor(workers) as pool:
        futures = {pool.submit(job): index for index, job in enumerate(jobs)}
        for future in as_completed(futures):
            on_done(futures[future], future.result())
    return [future.result() for future in futures]


def first(jobs: list[Callable[[], T]], workers: int, n: int) -> list[T]:
    """Do the jobs on *workers* threads until there are *n* results.

    Gives these, in the order in which they came.  Jobs that have not begun by
    then never do.
    """
    pool = ThreadPoolExecutor(workers)
    try:
        futures = [pool.submit(job) for job in jobs]
        return [future.result() for future in islice(as_completed(futures), n)]
    finally:
        # `with` would have all the others done first.  This takes back what has not
        # begun, and waits only for what runs: nobody can stop that.
        pool.shutdown(cancel_futures=True)
