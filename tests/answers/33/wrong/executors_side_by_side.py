# too-parallel: an executor of its own for each range, all at once
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
    executors = [ProcessPoolExecutor(max_workers=1) for _ in ranges]
    futures = [executor.submit(count_range, bounds) for executor, bounds in zip(executors, ranges)]
    counts = [future.result() for future in futures]
    for executor in executors:
        executor.shutdown()
    return counts
