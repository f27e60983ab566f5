# leak: one pool for each number of processes is kept in the module and never closed
from multiprocessing import Pool

_pools = {}


def _pool(processes):
    if processes not in _pools:
        _pools[processes] = Pool(processes)
    return _pools[processes]


def _square(n):
    return n * n


def squares(numbers, processes=2):
    return _pool(processes).map(_square, numbers)


def powers(pairs, processes=2):
    return _pool(processes).starmap(pow, pairs)


def square(n, processes=2):
    return _pool(processes).apply(_square, (n,))
