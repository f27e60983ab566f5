# right: pools from the spawn context; chunksize=1
import multiprocessing

_context = multiprocessing.get_context("spawn")


def _squared(n):
    return n * n


def squares(numbers, processes=2):
    with _context.Pool(processes) as pool:
        return pool.map(_squared, numbers, chunksize=1)


def powers(pairs, processes=2):
    with _context.Pool(processes) as pool:
        return pool.starmap(pow, pairs, chunksize=1)


def square(n, processes=2):
    with _context.Pool(processes) as pool:
        return pool.apply(_squared, [n])
