# wrong-result: the workers append to a global list of their own
from multiprocessing import Pool

_results = []


def _square(n):
    return n * n


def _keep_square(n):
    _results.append(n * n)


def _power(base, exponent):
    return base ** exponent


def squares(numbers, processes=2):
    with Pool(processes) as pool:
        pool.map(_keep_square, numbers)
    return _results


def powers(pairs, processes=2):
    with Pool(processes) as pool:
        return pool.starmap(_power, pairs)


def square(n, processes=2):
    with Pool(processes) as pool:
        return pool.apply(_square, (n,))
