# wrong-tool: multiprocessing.Pool, not the ProcessPoolExecutor asked for
from math import isqrt
from multiprocessing import Pool


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
    with Pool(workers) as pool:
        return pool.map(count_range, ranges)
