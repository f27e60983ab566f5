# wrong-result: dict(pairs) keeps the last of the pairs with the same base only
from multiprocessing import Pool


def _square(n):
    return n * n


def _power(base, exponent):
    return base ** exponent


def squares(numbers, processes=2):
    with Pool(processes) as pool:
        return pool.map(_square, numbers)


def powers(pairs, processes=2):
    with Pool(processes) as pool:
        return pool.starmap(_power, dict(pairs).items())


def square(n, processes=2):
    with Pool(processes) as pool:
        return pool.apply(_square, (n,))
