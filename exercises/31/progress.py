"""Election night: each village goes on the board as soon as it has counted.

The idea here: `as_completed` gives futures in the order in which they are done.
What was submitted and has not begun can still be cancelled.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, as_completed
from typing import TypeVar

T = TypeVar("T")


def run(
    jobs: list[Callable[[], T]], workers: int, on_done: Callable[[int, T], object]
) -> list[T]:
    """Do the jobs on *workers* threads, and tell of each as soon as it is done.

    Calls `on_done(index, result)` on the caller's thread, in the order in which
    the jobs complete; gives the results in the order of *jobs*.
    """
    # TODO: write this body, then the one of `first`.
    raise NotImplementedError("run is still to be written")


def first(jobs: list[Callable[[], T]], workers: int, n: int) -> list[T]:
    """Do the jobs on *workers* threads until there are *n* results.

    Gives these, in the order in which they came.  Jobs that have not begun by
    then never do.
    """
    raise NotImplementedError("first is still to be written")
