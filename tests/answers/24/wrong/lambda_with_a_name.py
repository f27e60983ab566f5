# crash: `_square = lambda n: ...` is not found under its name `<lambda>` when it is pickled
from multiprocessing import Pool


_square = lambda n: n * n  # noqa: E731


def _power(base, exponent):
    return base ** exponent


def squares(numbers, processes=2):
    with Pool(processes) as pool:
        return pool.map(_square, numbers)


def powers(pairs, processes=2):
    with Pool(processes) as pool:
        return pool.starmap(_power, pairs)


def square(n, processes=2):
    with Pool(processes) as pool:
        return pool.apply(_square, (n,))
