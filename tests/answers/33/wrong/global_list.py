# wrong-result: the workers append to a list of their own copy of the module
from concurrent.futures import ProcessPoolExecutor
from math import isqrt


counts = []


def is_prime(n):
    if n < 2:
        return False
    for d in range(2, isqrt(n) + 1):
        if n % d == 0:
            return False
    return True


def count_range(bounds):
    low, high = bounds
    counts.append(sum(1 for n in range(low, high) if is_prime(n)))


def count_primes(ranges, workers):
    counts.clear()
    with ProcessPoolExecutor(max_workers=workers) as executor:
        list(executor.map(count_range, ranges))
    return counts
