"""The pumpkin fair: helpers weigh, and all make their strokes on one sheet.

The idea here: an `Array` is a row of numbers that all processes share.  Each
process takes a part of the work, and every part has to be somebody's.
"""

import multiprocessing


def histogram(values: list[float], edges: list[float], workers: int) -> list[int]:
    """How many of *values* are in each bin, counted by *workers* processes.

    A bin goes from one of the *edges* to the next one, which is not part of it; the
    last edge is part of the last bin.  What is outside of all bins is ignored.
    """
    # TODO: write this body.
    raise NotImplementedError("histogram is still to be written")
