"""Which steps of a run could have happened the other way round.

Two dependent steps of different threads are in a *race* when nothing between them
orders them and the second one could have gone first.  Whether it could is asked of the
counters that guarded steps need: a lock can't be taken before it was given back, so its
`acquire` races with the last `acquire` and not with the `release` (as in Nidhugg).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from typing import NamedTuple

from threadlings.events import Touch
from threadlings.fiber import Fiber, Left, Log, Need, Operation

Clock = dict[int, int]  # by thread: how many of its steps come before


class Step(NamedTuple):
    """What there is to know of a step to move it."""

    thread: int  # the key of its fiber
    touches: tuple[Touch, ...]
    needs: tuple[Need, ...]
    gives: tuple[Need, ...]
    chosen: bool  # somebody else could have had the turn

    @property
    def movable(self) -> bool:
        """Whether it is a step of its own that others may see."""
        return self.chosen and self.touches != ()


def steps_of(log: Log) -> list[Step]:
    """The steps of a run."""
    return [_step(fiber, operation) for _, fiber, operation, _ in log]


def _step(fiber: Fiber, op: Operation) -> Step:
    return Step(fiber.key, op.touches, op.needs, op.gives, op.chosen)


def depend(one: Sequence[Touch], other: Sequence[Touch]) -> bool:
    """Whether the order of two steps that touch these counts."""
    for key, mode in one:
        for same, how in other:
            if key == same and (mode != how or mode == "w"):
                return True
    return False


class _Past:
    """The steps so far, and which of them come before which."""

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self.clocks: list[Clock] = []
        self.numbers: list[int] = []  # of a step among those of its thread
        self._last: dict[int, int] = {}  # by thread: its last step
        self._touched: defaultdict[Hashable, list[tuple[int, str]]] = defaultdict(list)
        self._given: defaultdict[Hashable, list[tuple[int, int]]] = defaultdict(list)

    def before(self, one: int, other: int) -> bool:
        """Whether step *one* comes before step *other* in every equivalent order."""
        thread = self.steps[one].thread
        return self.clocks[other].get(thread, 0) >= self.numbers[one]

    def enabled(self, step: Step, *, alone: bool = False) -> Clock:
        """What has to come before *step* because it makes it possible.

        When *alone*, without what others have taken away before: that is what remains
        when *step* comes before them.
        """
        last = self._last.get(step.thread)
        clock = {} if last is None else dict(self.clocks[last])
        needs = (
            step.needs if last is not None else (*step.needs, (begin(step.thread), 1))
        )
        for key, least in needs:
            given = self._gifts(key)
            if alone:
                given = [gift for gift in given if gift[1] > 0]
            total = sum(number for _, number in given)
            for giver, number in given:  # of what only grows, all that is needed
                if total - number < least and least > 0:
                    _join(clock, self.clocks[giver])
        return clock

    def _gifts(self, key: Hashable) -> list[tuple[int, int]]:
        """Who gave how much to a counter, or to any of a set of them."""
        if not isinstance(key, frozenset):
            return self._given[key]
        return [gift for one in sorted(key, key=hash) for gift in self._given[one]]

    def dependent(self, step: Step) -> list[int]:
        """The steps that *step* depends on, the newest first."""
        found = {
            index
            for key, mode in step.touches
            for index, how in self._touched[key]
            if mode != how or mode == "w"
        }
        return sorted(found, reverse=True)

    def possible(self, step: Step, first: int) -> bool:
        """Whether *step* can be taken without step *first* and what comes after it."""
        for key, least in step.needs:
            total = sum(
                number
                for giver, number in self._gifts(key)
                if giver < first or not self.before(first, giver)
            )
            if total < least:
                return False
        return True

    def add(self, step: Step, clock: Clock, dependent: Sequence[int]) -> None:
        """Take *step*, which comes after *clock* and the steps it is *dependent* on."""
        for earlier in dependent:
            if clock.get(self.steps[earlier].thread, 0) < self.numbers[earlier]:
                _join(clock, self.clocks[earlier])
        index = len(self.steps)
        number = clock.get(step.thread, 0) + 1
        clock[step.thread] = number
        self.steps.append(step)
        self.clocks.append(clock)
        self.numbers.append(number)
        self._last[step.thread] = index
        for key, mode in step.touches:
            self._touched[key].append((index, mode))
        for key, amount in step.gives:
            self._given[key].append((index, amount))


def begin(thread: int) -> Hashable:
    """The counter that a thread needs for its first step."""
    return "begin", thread


def _join(clock: Clock, other: Clock) -> None:
    for thread, number in other.items():
        if clock.get(thread, 0) < number:
            clock[thread] = number


def races(steps: Sequence[Step], left: Left) -> Iterator[tuple[int, list[Step]]]:
    """The races of a run: where the first step is, and how the run goes without it.

    Those who are *left* with a step would have liked to take it earlier.
    """
    past = _Past()
    late = defaultdict(list)
    for place, fiber in left:
        if fiber.operation is not None:
            late[place].append(_pending(fiber, fiber.operation))
    for place, step in enumerate(steps):
        for pending in late.pop(place, ()):
            yield from _races_of(pending, past.dependent(pending), past)
        dependent = past.dependent(step)
        yield from _races_of(step, dependent, past)
        past.add(step, past.enabled(step), dependent)
    for pending in late.pop(len(steps), ()):
        yield from _races_of(pending, past.dependent(pending), past)


def comes_before(steps: Sequence[Step]) -> list[set[int]]:
    """For each step of a run, those that come before it in every equivalent run."""
    past = _Past()
    for step in steps:
        clock = past.enabled(step)
        past.add(step, clock, past.dependent(step))
    return [{m for m in range(n) if past.before(m, n)} for n in range(len(steps))]


def _pending(fiber: Fiber, operation: Operation) -> Step:
    if operation.prepare is not None:
        operation.touches = operation.prepare()
    return _step(fiber, operation)


def _races_of(
    step: Step, dependent: Sequence[int], past: _Past
) -> Iterator[tuple[int, list[Step]]]:
    if not dependent:
        return
    clock = past.enabled(step, alone=True)
    for first in dependent:
        earlier = past.steps[first]
        if clock.get(earlier.thread, 0) >= past.numbers[first]:
            continue
        if not past.possible(step, first):
            continue
        between = range(first + 1, len(past.steps))
        moved = [
            past.steps[index]
            for index in between
            if past.steps[index].movable and not past.before(first, index)
        ]
        yield first, [*moved, step]
        _join(clock, past.clocks[first])
