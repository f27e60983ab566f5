# wrong-tool: the executor is made, but the built-in map counts in the parent
from concurrent.futures import ProcessPoolExecutor
from math import isqrt


def is_prime(n):
    if n < 2:
        return False
    for d in range(2, isqrt(n) + 1):
        if n % d == 0:
            return False
    return True


def count_range(bounds):
    low, high = bounds
    return sum(1 for n in range(low, high) if is_prime(n))


def count_primes(ranges, workers):
    with ProcessPoolExecutor(max_workers=workers) as executor:
        return list(map(count_range, ranges))
