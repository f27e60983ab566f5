"""Tilers: the firm has a few of them, and a square floor takes n times n tiles.

The idea here: a pool is a fixed set of processes that wait for work.  `map`
shares out a whole list, `starmap` a list of arguments, `apply` makes one call.
"""

import multiprocessing


def squares(numbers: list[int], processes: int = 2) -> list[int]:
    """The square of every number, in their order, by a pool of so many processes."""
    # TODO: write this body and the two below.
    raise NotImplementedError("squares is still to be written")


def powers(pairs: list[tuple[int, int]], processes: int = 2) -> list[int]:
    """For each pair the first number to the power of the second, in their order."""
    raise NotImplementedError("powers is still to be written")


def square(n: int, processes: int = 2) -> int:
    """The square of one number."""
    raise NotImplementedError("square is still to be written")
