# wrong-result: gives each process len(numbers) // processes numbers and forgets the rest
from multiprocessing import Pool


def _square(n):
    return n * n


def _square_all(part):
    return [_square(n) for n in part]


def _power(base, exponent):
    return base ** exponent


def squares(numbers, processes=2):
    with Pool(processes) as pool:
        size = len(numbers) // processes
        parts = [numbers[k * size:(k + 1) * size] for k in range(processes)]
        return [value for part in pool.map(_square_all, parts) for value in part]


def powers(pairs, processes=2):
    with Pool(processes) as pool:
        return pool.starmap(_power, pairs)


def square(n, processes=2):
    with Pool(processes) as pool:
        return pool.apply(_square, (n,))
