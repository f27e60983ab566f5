"""cpu_pool: an abacus for every clerk."""

from threadlings import blame, every_order, seen, watch


@every_order
def test_half_open(submission):
    """A range is half-open: its first number belongs to it, the last one does not."""
    assert submission.count_primes([(2, 11), (2, 12), (11, 11)], 1) == [4, 5, 0]


@every_order
def test_what_a_prime_is(submission):
    """0 and 1 are no primes, 2 is one, and squares of primes are none."""
    ranges = [(0, 2), (2, 3), (4, 5), (25, 26), (121, 122), (0, 100)]
    assert submission.count_primes(ranges, 1) == [0, 1, 0, 0, 0, 25]


@every_order
def test_in_order_of_the_ranges(submission):
    """The numbers come in the order of the ranges, whichever is counted first; equal ranges count each."""
    assert submission.count_primes([(0, 30), (0, 5), (0, 30)], 2) == [10, 2, 10]


@every_order
def test_by_processes(submission):
    """The primes are counted by the processes of a `ProcessPoolExecutor`, not by threads."""
    submission.count_primes([(0, 30), (30, 50)], 2)
    used, processes = seen().used, seen().processes
    with blame("wrong-tool"):
        assert "ThreadPoolExecutor" not in used, "threads were to do the computing"
        assert "ProcessPoolExecutor" in used, "nobody used a ProcessPoolExecutor"
        assert processes, "no process was started, so the caller's did it all"


@every_order
def test_no_more_than_workers(submission):
    """However many ranges there are, no more than `workers` processes are started."""
    assert submission.count_primes([(0, 5), (5, 8), (8, 12)], 2) == [2, 2, 1]
    processes = len(seen().processes)
    with blame("too-parallel"):
        assert processes <= 2, f"{processes} processes were started for 2 workers"


@every_order(joined=True)
def test_nothing_is_left_behind(submission):
    """When `count_primes` comes back, every process that it started has ended; more workers than ranges are harmless."""
    assert submission.count_primes([(7, 12)], 3) == [2]


@every_order
def test_no_ranges(submission):
    """No ranges give an empty list."""
    assert submission.count_primes([], 2) == []


arrive = watch(int)


class Bound(int):
    """A number that tells in which process it arrives."""

    def __reduce__(self):
        """Arrive there."""
        return arrive, (int(self),)


@every_order(joined=True, confirmed=True)
def test_in_real_processes(submission):
    """So it is in real processes, and it is there that the ranges arrive."""
    arrive.forget()
    ranges = [(Bound(2), Bound(12)), (Bound(10), Bound(20))]
    assert submission.count_primes(ranges, 2) == [5, 4]
    with blame("wrong-tool"):
        there = arrive.threads & {*seen().processes}
        assert there, "no range went to another process"
