# right: a picklable callable object instead of a function; the pool is kept no longer than an ExitStack
from contextlib import ExitStack
from dataclasses import dataclass
from multiprocessing import Pool


@dataclass(frozen=True)
class Power:
    exponent: int = 2

    def __call__(self, base):
        return base ** self.exponent

    @staticmethod
    def of(base, exponent):
        return Power(exponent)(base)


def _open(stack, processes):
    pool = Pool(processes)
    stack.callback(pool.join)
    stack.callback(pool.close)
    return pool


def squares(numbers, processes=2):
    with ExitStack() as stack:
        return _open(stack, processes).map(Power(), numbers)


def powers(pairs, processes=2):
    with ExitStack() as stack:
        return _open(stack, processes).starmap(Power.of, pairs)


def square(n, processes=2):
    with ExitStack() as stack:
        return _open(stack, processes).apply(Power(2), (n,))
