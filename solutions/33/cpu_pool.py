"""Four clerks and one abacus: how many of the numbers are primes?

The idea here: the threads of a process share one interpreter, and only one of them
computes at a time.  Processes have an interpreter each.
"""

from concurrent.futures import ProcessPoolExecutor


def count_primes(ranges: list[tuple[int, int]], workers: int) -> list[int]:
    """How many primes lie in each of the *ranges*, counted by *workers* processes.

    A range (low, high) is half-open: low belongs to it, high does not.
    """
    # Computing holds the interpreter, so threads would take turns.  What a process is
    # to call goes there by its name: `_count` has to be at the top of the module.
    with ProcessPoolExecutor(workers) as pool:
        return list(pool.map(_count, ranges))


def _count(bounds: tuple[int, int]) -> int:
    return sum(_is_prime(number) for number in range(*bounds))


def _is_prime(number: int) -> bool:
    if number < 2:
        return False
    divisor = 2
    while divisor * divisor <= number:
        if number % divisor == 0:
            return False
        divisor += 1
    return True
