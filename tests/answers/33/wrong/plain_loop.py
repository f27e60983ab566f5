# wrong-tool: counts in the parent, one range after the other
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
    return [count_range(bounds) for bounds in ranges]
