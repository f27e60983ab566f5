"""Tilers: the firm has a few of them, and a square floor takes n times n tiles.

The idea here: a pool is a fixed set of processes that wait for work.  `map`
shares out a whole list, `starmap` a list of arguments, `apply` makes one call.
"""

import multiprocessing


# These two stand at the top of the module, where the processes of a pool find them:
# a function is sent to them by its name, which a lambda has not got.
def _square(n: int) -> int:
    return n * n


def _power(base: int, exponent: int) -> int:
    return base**exponent


def squares(numbers: list[int], processes: int = 2) -> list[int]:
    """The square of every number, in their order, by a pool of so many processes."""
    with multiprocessing.Pool(processes) as pool:
        return pool.map(_square, numbers)


def powers(pairs: list[tuple[int, int]], processes: int = 2) -> list[int]:
    """For each pair the first number to the power of the second, in their order."""
    with multiprocessing.Pool(processes) as pool:
        return pool.starmap(_power, pairs)


def square(n: int, processes: int = 2) -> int:
    """The square of one number."""
    with multiprocessing.Pool(processes) as pool:
        return pool.apply(_square, (n,))
