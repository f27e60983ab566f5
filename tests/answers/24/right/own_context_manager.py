# right: a context manager of one's own that closes on success, terminates on an error and joins in both cases
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Iterator, List, Sequence, Tuple


@contextmanager
def _workers(count: int) -> Iterator:
    pool = get_context().Pool(count)
    try:
        yield pool
    except BaseException:
        pool.terminate()
        raise
    else:
        pool.close()
    finally:
        pool.join()


def _product(n: int) -> int:
    return n * n


def _raise_to(base: int, exponent: int) -> int:
    return pow(base, exponent)


def squares(numbers: Sequence[int], processes: int = 2) -> List[int]:
    with _workers(processes) as pool:
        return pool.map(_product, numbers)


def powers(pairs: Sequence[Tuple[int, int]], processes: int = 2) -> List[int]:
    with _workers(processes) as pool:
        return pool.starmap(_raise_to, pairs)


def square(n: int, processes: int = 2) -> int:
    with _workers(processes) as pool:
        return pool.apply(_product, (n,))
