# leak: the pools are never closed, their processes stay
from multiprocessing import Pool


def _square(n):
    return n * n


def _power(base, exponent):
    return base ** exponent


def squares(numbers, processes=2):
    pool = Pool(processes)
    return pool.map(_square, numbers)


def powers(pairs, processes=2):
    pool = Pool(processes)
    return pool.starmap(_power, pairs)


def square(n, processes=2):
    pool = Pool(processes)
    return pool.apply(_square, (n,))
