# race: done callbacks append, so the counts are in the order of completion
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
    counts = []
    with ProcessPoolExecutor(max_workers=workers) as executor:
        for bounds in ranges:
            future = executor.submit(count_range, bounds)
            future.add_done_callback(lambda f: counts.append(f.result()))
    return counts
