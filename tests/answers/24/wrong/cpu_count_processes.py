# too-parallel: squares() takes no notice of `processes` and starts one for each CPU, at least 4
import os
from multiprocessing import Pool


def _square(n):
    return n * n


def _power(base, exponent):
    return base ** exponent


def squares(numbers, processes=2):
    with Pool(max(4, os.cpu_count() or 1)) as pool:
        return pool.map(_square, numbers)


def powers(pairs, processes=2):
    with Pool(processes) as pool:
        return pool.starmap(_power, pairs)


def square(n, processes=2):
    with Pool(processes) as pool:
        return pool.apply(_square, (n,))
