# right: functools.partial of the built-in pow; contextlib.closing and a join after it
from contextlib import closing
from functools import partial
from multiprocessing import Pool

_square = partial(pow, exp=2)


def _with_pool(processes, method, *args):
    pool = Pool(processes)
    try:
        with closing(pool):
            return getattr(pool, method)(*args)
    finally:
        pool.join()


def squares(numbers, processes=2):
    return _with_pool(processes, "map", _square, list(numbers))


def powers(pairs, processes=2):
    return _with_pool(processes, "starmap", pow, list(pairs))


def square(n, processes=2):
    return _with_pool(processes, "apply", pow, (n, 2))
