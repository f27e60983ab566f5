"""pool: a few processes, a whole list of work, and nobody left in the end."""

from threadlings import blame, burn, clock, every_order, seen, watch


def _lay(seconds):
    burn(seconds)


lay = watch(_lay)  # it stands outside of the processes and sees them all


class Floor(int):
    """A number like any other, but to multiply it takes a second of computing."""

    def __mul__(self, other):
        lay(1)
        return int(self) * int(other)

    __rmul__ = __mul__

    def __pow__(self, exponent, modulus=None):
        lay(1)
        return pow(int(self), int(exponent), modulus)


def reset():
    """Forget the work of earlier runs."""
    lay.forget()


def raised_by(submission, pairs):
    """What `powers` raises, if it does."""
    try:
        submission.powers(pairs)
    except ZeroDivisionError as error:
        return error
    return None


@every_order(preemptions=1)
def test_squares(submission):
    """`squares` gives the square of every number, in their order."""
    assert submission.squares([3, -2, 0, 3, 7]) == [9, 4, 0, 9, 49]
    assert submission.squares([6]) == [36]
    assert submission.squares([10**20], processes=1) == [10**40]


@every_order(preemptions=1)
def test_powers(submission):
    """`powers` gives for each pair the first number to the power of the second, in their order."""
    assert submission.powers([(2, 5), (2, 3), (-3, 3), (7, 0)]) == [32, 8, -27, 1]
    assert submission.powers([(3, 50)], processes=1) == [3**50]


@every_order(preemptions=1)
def test_square(submission):
    """`square` gives the square of one number."""
    assert submission.square(12) == 144
    assert submission.square(-5, processes=1) == 25


@every_order(time="ideal", preemptions=1)
def test_squares_at_the_same_time(submission):
    """All processes work on `squares` at the same time, and the order stays."""
    reset()
    numbers = [Floor(n) for n in (4, 3, 2, 1)]
    assert submission.squares(numbers) == [16, 9, 4, 1]
    took = clock()
    with blame("too-parallel"):
        assert lay.peak <= 2, f"{lay.peak} squares at once with 2 processes"
    with blame("serial"):
        assert lay.peak != 1, "only one square at a time with 2 processes"
        assert took < 4, f"four squares of one second took {took:g} seconds"


@every_order(time="ideal", preemptions=1)
def test_powers_at_the_same_time(submission):
    """So they do on `powers`, and three processes do three at once."""
    reset()
    pairs = [(Floor(n), 1) for n in (6, 5, 4)]
    assert submission.powers(pairs, processes=3) == [6, 5, 4]
    took = clock()
    with blame("serial"):
        assert lay.peak in (0, 3), f"at most {lay.peak} at once with 3 processes"
        assert took < 3, f"three powers of one second took {took:g} seconds"


@every_order(time="ideal", preemptions=1)
def test_no_more_than_asked_for(submission):
    """There are no more processes than asked for, however much there is to do."""
    reset()
    submission.squares([Floor(n) for n in range(5)], processes=1)
    started = len(seen().processes)
    with blame("too-parallel"):
        assert lay.peak <= 1, f"{lay.peak} squares at once with one process"
        assert started <= 1, f"{started} processes were started instead of one"


@every_order(preemptions=1)
def test_no_more_for_powers(submission):
    """That is so for `powers`, too."""
    submission.powers([(2, 3), (3, 2), (5, 1)], processes=1)
    started = len(seen().processes)
    with blame("too-parallel"):
        assert started <= 1, f"{started} processes were started instead of one"


@every_order(preemptions=1)
def test_no_more_for_one_square(submission):
    """And for `square`, which needs no more than one."""
    submission.square(7, processes=1)
    started = len(seen().processes)
    with blame("too-parallel"):
        assert started <= 1, f"{started} processes were started instead of one"


@every_order(preemptions=1)
def test_in_the_processes_of_a_pool(submission):
    """The work is done by the processes of a `Pool`, and not by the caller's."""
    reset()
    submission.squares([Floor(3), Floor(4)])
    submission.powers([(Floor(3), 1), (Floor(4), 1)])
    submission.square(Floor(5))
    with blame("wrong-tool"):
        outside = lay.threads - {*seen().processes}
        assert not outside, "some of the work was done outside of the processes"
        assert "Pool" in seen().used, "nobody used a Pool"


@every_order(preemptions=1)
def test_an_error_reaches_the_caller(submission):
    """An error reaches the caller, and the processes have ended all the same."""
    error = raised_by(submission, [(2, 5), (0, -1), (3, 2)])
    assert isinstance(error, ZeroDivisionError), "the error did not reach the caller"


@every_order(preemptions=1)
def test_nothing_is_left_behind(submission):
    """When one of the three comes back, every process of its pool has ended."""
    submission.squares([3, 4])
    submission.powers([(3, 4)])
    submission.square(5)


@every_order(preemptions=1)
def test_no_numbers(submission):
    """No numbers and no pairs give empty lists."""
    assert submission.squares([]) == []
    assert submission.powers([]) == []


greet = watch(abs, meet=2)


class Guest(int):
    """A number that waits for another one before it is multiplied."""

    def __mul__(self, other):
        greet(self)
        return int(self) * int(other)

    __rmul__ = __mul__

    def __pow__(self, exponent, modulus=None):
        greet(self)
        return pow(int(self), int(exponent), modulus)


@every_order(joined=True, confirmed=True)
def test_in_real_processes(submission):
    """So it is in real processes, where two of them wait for each other before they multiply."""
    greet.forget()
    assert submission.squares([Guest(3), Guest(4)]) == [9, 16]
    assert submission.powers([(2, 5), (3, 2)]) == [32, 9]
    assert submission.square(5) == 25
    with blame("wrong-tool"):
        outside = greet.threads - {*seen().processes}
        assert not outside, "some of the work was done outside of the processes"
