# right: done callbacks put each count in its place; leaving the with block has waited for all of them
import functools
from concurrent.futures import ProcessPoolExecutor


def _smallest_divisor(n):
    if n % 2 == 0:
        return 2
    d = 3
    while d * d <= n:
        if n % d == 0:
            return d
        d += 2
    return n


def _count_range(span):
    return sum(1 for n in range(max(span[0], 2), span[1]) if _smallest_divisor(n) == n)


def _store(counts, index, future):
    if not future.cancelled() and future.exception() is None:
        counts[index] = future.result()


def count_primes(ranges, workers):
    counts = [None] * len(ranges)
    futures = []
    with ProcessPoolExecutor(max_workers=workers) as executor:
        for index, span in enumerate(ranges):
            future = executor.submit(_count_range, span)
            future.add_done_callback(functools.partial(_store, counts, index))
            futures.append(future)
    for future in futures:
        future.result()  # an error of a worker is not lost
    return counts
