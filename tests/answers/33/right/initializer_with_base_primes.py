# right: an initializer computes the small primes once in each worker; map over starts and stops
from concurrent.futures import ProcessPoolExecutor
from itertools import takewhile

_base = []


def _init(limit):
    _base.clear()
    n = 2
    while n * n <= limit:
        if all(n % p for p in takewhile(lambda p: p * p <= n, _base)):
            _base.append(n)
        n += 1


def _is_prime(n):
    if n < 2:
        return False
    for p in _base:
        if p * p > n:
            break
        if n % p == 0:
            return False
    return True


def _count(low, high):
    return len([n for n in range(low, high) if _is_prime(n)])


def count_primes(ranges, workers):
    ranges = list(ranges)
    limit = max((high for _, high in ranges), default=0)
    with ProcessPoolExecutor(workers, initializer=_init, initargs=(limit,)) as executor:
        return list(executor.map(_count, [r[0] for r in ranges], [r[1] for r in ranges]))
