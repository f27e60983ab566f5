"""The same failure with fewer switches.

A run that was found by chance or by a proof switches more often than its failure
needs.  First independent steps are swapped until each thread keeps its turn as long as
it can: that is the same trace (Mazurkiewicz, "Trace theory", 1987), told in another
order.  Then each time a thread gets the turn back it is tried whether it could have
kept it, or waited for it (as in Walker and Runciman, "Deja Fu", Haskell 2015).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain, groupby

from threadlings.events import Ending, Record
from threadlings.fiber import Choice, Chooser, Fiber, Left, Log
from threadlings.races import Step, comes_before, steps_of
from threadlings.search import Follow, Order

TRIES = 60  # runs; each takes about a millisecond

Threads = list[int]  # by key: whose step it is, one after the other


class Kept(Follow):
    """Follow an order, and keep the steps of the run."""

    steps: tuple[Step, ...] = ()

    def over(self, ending: Ending, log: Log, left: Left) -> None:
        """Keep what happened."""
        self.steps = tuple(steps_of(log))


class Retrace(Kept):
    """Give the turn to the threads of a list, one by one, where they can go on."""

    def __init__(self, threads: Threads) -> None:
        super().__init__(())
        self._left = threads
        self._seen = 0

    def choose(self, choice: Choice) -> Fiber:
        """The first of those who are still to come, or the default."""
        for _, fiber, _, _ in choice.log[self._seen :]:
            if fiber.key in self._left:
                self._left.remove(fiber.key)
        self._seen = len(choice.log)
        options = {fiber.key: fiber for fiber, _ in choice.options}
        going = (options[key] for key in self._left if key in options)
        return next(going, choice.default)


def shorten(
    order: Order, play: Callable[[Chooser], Record], same: Callable[[Record], bool]
) -> Record:
    """The run with the fewest switches that was found to be the *same* failure.

    *order* leads to it, *play* makes a run under a chooser.
    """
    follow = Kept(order)
    best = play(follow)
    steps = follow.steps
    candidates = _candidates(steps)
    for _ in range(TRIES):
        threads = next(candidates, None)
        if threads is None:
            break
        retrace = Retrace(threads)
        record = play(retrace)
        if _cost(record) < _cost(best) and same(record):
            best, steps = record, retrace.steps
            candidates = _candidates(steps)
    return best


def _cost(record: Record) -> tuple[int, int, int]:
    return record.forced, len(record.departures), record.steps


def _candidates(steps: tuple[Step, ...]) -> Iterator[Threads]:
    """Orders that may fail like the run of *steps* and switch less."""
    before = comes_before(steps)
    threads = list(dict.fromkeys(step.thread for step in steps))
    turned = [threads[here:] + threads[:here] for here in range(len(threads))]
    for ranking in (*turned, *(order[::-1] for order in turned)):
        yield sedate(steps, before, ranking)
    yield from _merged(sedate(steps, before, threads))


def _merged(threads: Threads) -> Iterator[Threads]:
    """Each time a thread gets the turn back: it keeps it, or comes only then."""
    parts = [(thread, len(list(some))) for thread, some in groupby(threads)]
    for here, (thread, _) in enumerate(parts):
        later = (p for p in range(here + 1, len(parts)) if parts[p][0] == thread)
        there = next(later, None)
        if there is not None:
            between = parts[here + 1 : there]
            for moved in (
                [parts[here], parts[there], *between],
                [*between, parts[here], parts[there]],
            ):
                new = [*parts[:here], *moved, *parts[there + 1 :]]
                yield list(chain.from_iterable([key] * many for key, many in new))


def sedate(
    steps: tuple[Step, ...], before: list[set[int]], ranking: Threads
) -> Threads:
    """The threads of an equivalent run, in which each keeps its turn as it can.

    *before* says which steps have to come before each, *ranking* who goes first.
    """
    left = dict.fromkeys(range(len(steps)))
    threads: Threads = []
    while left:
        ready = {
            steps[n].thread: n
            for n in reversed(list(left))
            if before[n].isdisjoint(left)
        }
        favourites = (*threads[-1:], *ranking)
        thread = next(one for one in favourites if one in ready)
        threads.append(thread)
        del left[ready[thread]]
    return threads
