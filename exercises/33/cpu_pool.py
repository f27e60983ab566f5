"""Four clerks and one abacus: how many of the numbers are primes?

The idea here: the threads of a process share one interpreter, and only one of them
computes at a time.  Processes have an interpreter each.
"""

from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def count_primes(ranges: list[tuple[int, int]], workers: int) -> list[int]:
    """How many primes lie in each of the *ranges*, counted by *workers* processes.

    A range (low, high) is half-open: low belongs to it, high does not.
    """

    def count(bounds: tuple[int, int]) -> int:
        return sum(_is_prime(number) for number in range(*bounds))

    # TODO: while one of the workers computes, what do the others do?
    with ThreadPoolExecutor(workers) as pool:
        return list(pool.map(count, ranges))


def _is_prime(number: int) -> bool:
    if number < 2:
        return False
    divisor = 2
    while divisor * divisor <= number:
        if number % divisor == 0:
            return False
        divisor += 1
    return True
