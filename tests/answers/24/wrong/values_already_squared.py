# wrong-tool: the parent computes the powers and the pool only hands them back
from multiprocessing import Pool


def _square(n):
    return n * n


def _same(value):
    return value


def squares(numbers, processes=2):
    with Pool(processes) as pool:
        return pool.map(_square, numbers)


def powers(pairs, processes=2):
    with Pool(processes) as pool:
        return pool.starmap(_same, [(base ** exponent,) for base, exponent in pairs])


def square(n, processes=2):
    with Pool(processes) as pool:
        return pool.apply(_square, (n,))
