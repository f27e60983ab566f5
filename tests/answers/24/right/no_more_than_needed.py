# right: no more processes than there are numbers (at least one); nothing to do needs no pool
from multiprocessing import Pool


def _sq(n):
    return n * n


def _pw(b, e):
    return b ** e


def squares(numbers, processes=2):
    numbers = list(numbers)
    if not numbers:
        return []
    with Pool(min(processes, len(numbers))) as pool:
        return pool.map(_sq, numbers)


def powers(pairs, processes=2):
    pairs = [tuple(pair) for pair in pairs]
    if not pairs:
        return []
    with Pool(min(processes, len(pairs))) as pool:
        return pool.starmap(_pw, pairs)


def square(n, processes=2):
    with Pool(min(processes, 1)) as pool:
        return pool.apply(_sq, (n,))
