# right: a subclass of multiprocessing.pool.Pool whose `with` closes and joins instead of terminating
import operator
from multiprocessing.pool import Pool


class _TidyPool(Pool):
    def __exit__(self, exc_type, exc, traceback):
        self.close()
        self.join()


def _by_itself(n):
    return operator.mul(n, n)


def squares(numbers, processes=2):
    with _TidyPool(processes) as pool:
        return list(pool.map(_by_itself, numbers))


def powers(pairs, processes=2):
    with _TidyPool(processes) as pool:
        return pool.starmap(operator.pow, pairs)


def square(n, processes=2):
    with _TidyPool(processes) as pool:
        return pool.apply(func=_by_itself, args=(n,))
