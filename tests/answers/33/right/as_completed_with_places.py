# right: as_completed, each future knows its place; segmented sieve
from concurrent.futures import ProcessPoolExecutor, as_completed
from math import isqrt


def _sieve(low, high):
    low = max(low, 2)
    if high <= low:
        return 0
    flags = bytearray([1]) * (high - low)
    root = isqrt(high - 1)
    small = bytearray([1]) * (root + 1)
    for p in range(2, root + 1):
        if not small[p]:
            continue
        for multiple in range(p * p, root + 1, p):
            small[multiple] = 0
        first = max(p * p, (low + p - 1) // p * p)
        for multiple in range(first, high, p):
            flags[multiple - low] = 0
    return sum(flags)


def count_primes(ranges, workers):
    counts = [0] * len(ranges)
    with ProcessPoolExecutor(max_workers=workers) as executor:
        places = {executor.submit(_sieve, *r): i for i, r in enumerate(ranges)}
        for future in as_completed(places):
            counts[places[future]] = future.result()
    return counts
