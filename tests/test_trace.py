"""A trace is what stays when independent steps change places."""

from __future__ import annotations

from itertools import permutations

import pytest

from threadlings.events import Touch
from threadlings.trace import Trace

Step = tuple[str, str, str]  # thread, key, mode


def state(*steps: Step) -> int:
    """What names the trace of *steps*."""
    trace, last = Trace(), {"a": 1, "b": 2, "c": 3}
    for number, (thread, key, mode) in enumerate(steps):
        touches: tuple[Touch, ...] = ((key, mode),)
        last[thread] = trace.add(last[thread], 7, touches)
        assert number >= 0
    return trace.state


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (("a", "x", "r"), ("b", "x", "r"), True),
        (("a", "x", "u"), ("b", "x", "u"), True),
        (("a", "x", "w"), ("b", "y", "w"), True),
        (("a", "x", "w"), ("b", "x", "w"), False),
        (("a", "x", "r"), ("b", "x", "w"), False),
        (("a", "x", "r"), ("b", "x", "u"), False),
        (("a", "x", "u"), ("b", "x", "w"), False),
    ],
)
def test_only_steps_that_conflict_have_an_order(
    first: Step, second: Step, same: bool
) -> None:
    """Two reads commute, two updates commute, two things commute; nothing else does."""
    assert (state(first, second) == state(second, first)) == same


def test_steps_of_one_thread_have_an_order() -> None:
    """What a thread does first stays first."""
    x, y = ("a", "x", "r"), ("a", "y", "r")

    assert state(x, y) != state(y, x)


def test_a_group_of_reads_is_one() -> None:
    """However three reads between two writes are ordered, the trace is the same."""
    begin, end = ("a", "x", "w"), ("a", "x", "w")
    reads = [(thread, "x", "r") for thread in "abc"]
    states = {state(begin, *some, end) for some in permutations(reads)}

    assert len(states) == 1
    assert state(begin, *reads[:2], end, reads[2]) not in states


def test_a_step_counts_as_often_as_it_is_taken() -> None:
    """To do a thing twice is not to do it once."""
    read = ("a", "x", "r")

    assert len({state(*[read] * times) for times in range(4)}) == 4


def test_what_a_step_depends_on_reaches_through_threads() -> None:
    """A later step differs when anything before it did, however far away."""
    chain = [("b", "x", "r"), ("b", "y", "w"), ("c", "y", "r")]

    assert state(("a", "x", "w"), *chain) != state(*chain, ("a", "x", "w"))


@pytest.mark.parametrize("seed", range(20))
def test_no_two_of_many_traces_are_called_alike(seed: int) -> None:
    """One writes, twelve read, each before or after it: 4,096 traces, as many names."""
    names = set()
    for early in range(1 << 12):
        trace = Trace()
        readers = [n for n in range(12) if early >> n & 1]
        for reader in readers:
            trace.add(hash((seed, reader)), 7, (("x", "r"),))
        trace.add(seed, 8, (("x", "w"),))
        for reader in set(range(12)) - {*readers}:
            trace.add(hash((seed, reader)), 7, (("x", "r"),))
        names.add(trace.state)

    assert len(names) == 1 << 12
