# right: a picklable dataclass with __call__, spawn context, Miller-Rabin, wait() for all
import multiprocessing
from concurrent.futures import ALL_COMPLETED, ProcessPoolExecutor, wait
from dataclasses import dataclass

_WITNESSES = (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37)


def _miller_rabin(n):
    if n < 2:
        return False
    for p in _WITNESSES:
        if n % p == 0:
            return n == p
    d, s = n - 1, 0
    while d % 2 == 0:
        d //= 2
        s += 1
    for a in _WITNESSES:
        x = pow(a, d, n)
        if x in (1, n - 1):
            continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


@dataclass(frozen=True)
class Interval:
    low: int
    high: int

    def __call__(self):
        return sum(_miller_rabin(n) for n in range(self.low, self.high))


def count_primes(ranges, workers):
    if not ranges:
        return []
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(workers, len(ranges)), mp_context=context) as executor:
        futures = [executor.submit(Interval(low, high)) for low, high in ranges]
        wait(futures, return_when=ALL_COMPLETED)
    return [future.result() for future in futures]
