# endless: spins on ready() instead of waiting for the result
from multiprocessing import Pool


def _square(n):
    return n * n


def _power(base, exponent):
    return base ** exponent


def squares(numbers, processes=2):
    with Pool(processes) as pool:
        result = pool.map_async(_square, numbers)
        while not result.ready():
            pass
        return result.get()


def powers(pairs, processes=2):
    with Pool(processes) as pool:
        return pool.starmap(_power, pairs)


def square(n, processes=2):
    with Pool(processes) as pool:
        return pool.apply(_square, (n,))
