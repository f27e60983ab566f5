"""The pumpkin fair: helpers weigh, and all make their strokes on one sheet.

The idea here: an `Array` is a row of numbers that all processes share.  Each
process takes a part of the work, and every part has to be somebody's.
"""

import bisect
import multiprocessing
from typing import Any


def _weigh(share: list[float], edges: list[float], sheet: Any) -> None:
    """In a child: add a *share* of the values to the *sheet*."""
    for value in share:
        if edges[0] <= value <= edges[-1]:
            place = min(bisect.bisect_right(edges, value), len(sheet)) - 1
            with sheet.get_lock():
                sheet[place] += 1


def histogram(values: list[float], edges: list[float], workers: int) -> list[int]:
    """How many of *values* are in each bin, counted by *workers* processes.

    A bin goes from one of the *edges* to the next one, which is not part of it; the
    last edge is part of the last bin.  What is outside of all bins is ignored.
    """
    sheet = multiprocessing.Array("q", len(edges) - 1)
    # Every n-th value, from a start of one's own: so nothing is left over, however
    # the values go into the workers.
    helpers = [
        multiprocessing.Process(target=_weigh, args=(values[n::workers], edges, sheet))
        for n in range(workers)
    ]
    for helper in helpers:
        helper.start()
    for helper in helpers:
        helper.join()
    return list(sheet)
