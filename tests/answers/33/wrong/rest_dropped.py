# wrong-result: ranges are cut into `workers` even pieces and the rest of the division is dropped
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
        counts = []
        for low, high in ranges:
            step = (high - low) // workers
            pieces = [(low + i * step, low + (i + 1) * step) for i in range(workers)]
            counts.append(executor.map(count_range, pieces))
        return [sum(count) for count in counts]
