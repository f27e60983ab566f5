"""A post office: one line of customers, a few counters.

The idea here: a fixed set of threads takes items out of one queue.  The
queue does the waiting and the locking; what is left is to say when the
workers may go home.
"""

import queue
import threading
from collections.abc import Callable
from typing import Any


def process_all(
    items: list[Any], work: Callable[[Any], object], workers: int
) -> list[object]:
    """Call `work(item)` for every item, on exactly *workers* threads.

    Gives the results in the order of *items*.  Where `work` raised, the
    exception stands in the place of the result.
    """
    # TODO: write this body.
    raise NotImplementedError("process_all is still to be written")
