# right: submit all, then result() in the order of submission; odd divisors only, type hints
from __future__ import annotations

import concurrent.futures


def _prime(n: int) -> bool:
    if n < 4:
        return n > 1
    if n % 2 == 0:
        return False
    d = 3
    while d * d <= n:
        if n % d == 0:
            return False
        d += 2
    return True


def _count(start: int, stop: int) -> int:
    return sum(map(_prime, range(start, stop)))


def count_primes(ranges: list[tuple[int, int]], workers: int) -> list[int]:
    with concurrent.futures.ProcessPoolExecutor(workers) as pool:
        futures = [pool.submit(_count, start, stop) for start, stop in ranges]
        return [future.result() for future in futures]
