# too-parallel: two pools open at once in squares(): one for each half of the numbers
from multiprocessing import Pool


def _square(n):
    return n * n


def _power(base, exponent):
    return base ** exponent


def squares(numbers, processes=2):
    numbers = list(numbers)
    middle = len(numbers) // 2
    with Pool(processes) as left, Pool(processes) as right:
        first = left.map_async(_square, numbers[:middle])
        second = right.map_async(_square, numbers[middle:])
        return first.get() + second.get()


def powers(pairs, processes=2):
    with Pool(processes) as pool:
        return pool.starmap(_power, pairs)


def square(n, processes=2):
    with Pool(processes) as pool:
        return pool.apply(_square, (n,))
