"""A harbour: a few boats, many trips, and a line in the book for each of them.

The idea here: `submit` gives a future at once, for a result that is not there
yet.  Later it tells how the job has ended, and an exception that it keeps
harms nobody until somebody asks for the result.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Outcome:
    """What came of a job: its `value` when it is `ok`, else its `error`.

    The other one is None.
    """

    ok: bool
    value: Any = None
    error: BaseException | None = None


def run(jobs: list[Callable[[], Any]], workers: int) -> list[Outcome]:
    """Do every job on a pool of *workers* threads, whatever the others come to.

    Gives the outcomes in the order of *jobs*.
    """
    with ThreadPoolExecutor(workers) as pool:
        futures = [pool.submit(job) for job in jobs]
    # All are submitted before any is asked, so they run at once; and `exception`
    # gives what a job has raised, where `result` would raise it here.
    outcomes = []
    for future in futures:
        error = future.exception()
        if error is None:
            outcomes.append(Outcome(True, value=future.result()))
        else:
            outcomes.append(Outcome(False, error=error))
    return outcomes
