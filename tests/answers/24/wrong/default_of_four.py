# too-parallel: the default is 4 processes instead of 2
from multiprocessing import Pool


def _square(n):
    return n * n


def _power(base, exponent):
    return base ** exponent


def squares(numbers, processes=4):
    with Pool(processes) as pool:
        return pool.map(_square, numbers)


def powers(pairs, processes=4):
    with Pool(processes) as pool:
        return pool.starmap(_power, pairs)


def square(n, processes=4):
    with Pool(processes) as pool:
        return pool.apply(_square, (n,))
