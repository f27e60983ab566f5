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
    # TODO: write this body.
    raise NotImplementedError("run is still to be written")
