"""Which orders to try next: cheapest first, each state once.

A switch away from a thread that could have gone on is *forced* (a preemption); all
others are free.  The search runs the program without forced switches, then with every
single one, then with two (iterative context bounding; Musuvathi and Qadeer, PLDI
2007), so the first failure is one with the fewest.  Two prefixes that are the same
trace and give the turn to the same thread have the same future: the later one is cut.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from threadlings.dpor import Optimal
from threadlings.events import Departure, Ending, Record
from threadlings.fiber import Choice, Chooser, Fiber, Left, Log, Misfit
from threadlings.sharing import Sharing
from threadlings.walks import STRATEGIES, Profile

RUNS = 100  # runs of one search, before it says what it has covered so far
LONG = 40  # steps of a run; a longer one counts for as many as it has
FIRST = 16  # runs, before it is asked how many there will be
PREEMPTIONS = 2
CROWD = 6  # threads with the main one; for more of them delays are counted

LOCKSTEP = (Departure(0, "lockstep"),)  # how an order names this rule

Order = tuple[Departure, ...]
Once = Callable[[Chooser, Sharing], Record]
Way = tuple[Order, tuple[int, int]]  # an order, and what it comes to at its end
Priced = tuple[Fiber, list[tuple[Fiber, int]]]  # the default, and what others cost
Price = Callable[[Choice], Priced]


@dataclass(frozen=True)
class Coverage:
    """What a search has tried.

    *kind* is "complete" (all distinct orderings), "bounded" (every run with at most
    *preemptions* forced switches) or "sampled" (some runs, perhaps those with the
    fewest *delays* first).  *walks* is how many of them were drawn at random, or were
    drawn beside them.
    """

    kind: str
    runs: int
    traces: int
    preemptions: int = 0
    walks: int = 0
    delays: bool = False


class Follow:
    """Follow an order strictly, else the default rule.  Raises Misfit in `choose`."""

    thorough = True  # whoever has found the order

    def __init__(self, order: Order) -> None:
        self.order = order
        self._plan = {step: thread for step, thread in order}
        self._followed = 0

    def over(self, ending: Ending, log: Log, left: Left) -> None:
        """Nothing is to be learnt from the run."""

    def choose(self, choice: Choice) -> Fiber:
        """The thread that the order names at this step."""
        name = self._plan.get(choice.step)
        if name is None:
            return choice.default
        self._followed += 1
        for fiber, _ in choice.options:
            if fiber.name == name:
                return fiber
        names = " and ".join(repr(fiber.name) for fiber, _ in choice.options)
        raise Misfit(f"step {choice.step} should go to {name!r}, but only {names} can")

    def finish(self) -> None:
        """Raise Misfit when a part of the order was never reached."""
        if self._followed < len(self._plan):
            step, name = self.order[self._followed]
            raise Misfit(f"nobody has a choice at step {step}, it can't go to {name!r}")


class Loose(Follow):
    """Follow an order as far as it fits, else the default rule."""

    def choose(self, choice: Choice) -> Fiber:
        """The thread that the order names, where it can go."""
        try:
            return super().choose(choice)
        except Misfit:
            return choice.default


class _Scout(Follow):
    """Follow an order to its end, then the default rule; note all other ways.

    What these cost is said by *price*: forced switches, or delays.
    """

    thorough = False

    def __init__(
        self, order: Order, cost: int, seen: set[tuple[int, int]], price: Price
    ) -> None:
        super().__init__(order)
        self.cost = cost
        self.found: list[tuple[int, Way]] = []
        self._seen = seen
        self._price = price
        self._last = order[-1].step if order else -1

    def choose(self, choice: Choice) -> Fiber | None:  # type: ignore[override]
        """The order's thread or the default; None where all is known from here."""
        default, options = self._price(choice)
        step, state = choice.step, choice.state
        chosen = default
        if step <= self._last:
            chosen = super().choose(choice._replace(default=default))
        if step < self._last:
            return chosen
        here = (state, chosen.key)
        if here in self._seen:
            return None
        self._seen.add(here)
        if step > self._last:
            for fiber, cost in options:
                if fiber is not default and (state, fiber.key) not in self._seen:
                    order = (*self.order, Departure(step, fiber.name))
                    way = (order, (state, fiber.key))
                    self.found.append((self.cost + cost, way))
        return chosen


def switches(choice: Choice) -> Priced:
    """The options, with the forced switches that they cost."""
    return choice.default, choice.options


def delays(choice: Choice) -> Priced:
    """The options in turn, with the number of those who would have come before.

    First those who need not be early; whoever was last may go on.
    """
    last = choice.log[-1][1].index if choice.log else 0
    fibers = [fiber for fiber, _ in choice.options]
    fibers.sort(key=lambda f: (f.timed_out, f.index < last, f.index))
    return fibers[0], [(fiber, place) for place, fiber in enumerate(fibers)]


class Newest(Follow):
    """The rule that lets the newest thread go first: far from the default."""

    thorough = False

    def __init__(self) -> None:
        super().__init__(())

    def choose(self, choice: Choice) -> Fiber:
        """The last of the options."""
        return choice.options[-1][0]


class Lockstep(Follow):
    """The rule that gives every step to the next thread in turn.

    Threads that undo each other's work for ever do so in step.
    """

    thorough = False

    def __init__(self) -> None:
        super().__init__(LOCKSTEP)
        self._last = -1

    def choose(self, choice: Choice) -> Fiber:
        """The first option after the one that was chosen last."""
        indices = [(f.index, f) for f, _ in choice.options]
        after = [pair for pair in indices if pair[0] > self._last] or indices
        self._last, chosen = min(after, key=lambda pair: pair[0])
        return chosen

    def finish(self) -> None:
        """Nothing can be left over."""


class Runs:
    """Runs of a program, one after the other, until nothing is left or allowed.

    *once* makes one run under a chooser, with the places in a `Sharing` as choices.
    """

    def __init__(self, once: Once, sharing: Sharing, most: int) -> None:
        self._once = once
        self._most = most
        self.sharing = sharing
        self.runs = 0
        self.cut = 0  # runs that were broken off, as they led nowhere new
        self._spent = 0.0
        self.restarts = 0  # when this grows, what came before is to be forgotten
        self._begin()

    def _begin(self) -> None:
        """Start anew."""
        raise NotImplementedError

    def __iter__(self) -> Iterator[Record]:
        """Every run that was played to its end."""
        raise NotImplementedError

    @property
    def coverage(self) -> Coverage:
        """What was covered so far."""
        raise NotImplementedError

    def _run(self, chooser: Chooser) -> Record | None:
        """One run; None where it has shown that the search has to start anew."""
        record = self._once(chooser, self.sharing)
        self.runs += 1
        self._spent += max(1.0, record.steps / LONG)
        self.cut += record.ending is Ending.CUT
        if not self.sharing.grew:
            return record
        self.sharing.grew = False
        self.restarts += 1
        self.runs = self.cut = 0  # an order means another run now
        self._begin()
        return None


class Exhaustive(Runs):
    """The distinct orderings of a program, each of them once.

    With *hopeful* off it ends early where there seem to be more than it may run.
    """

    def __init__(
        self, once: Once, sharing: Sharing, most: int, *, hopeful: bool = True
    ) -> None:
        self._hopeful = hopeful
        super().__init__(once, sharing, most)

    def _begin(self) -> None:
        self._optimal = Optimal()
        self._traces = 0
        self._left = True  # there are orderings that were not tried
        self._cut = False  # a run was not played to its end

    def __iter__(self) -> Iterator[Record]:
        while self._left and self._spent < self._most and not self._hopeless():
            record = self._run(self._optimal)
            if record is None:
                continue
            self._left = self._optimal.next()
            self._cut |= record.ending in (Ending.CUT, Ending.ENDLESS)
            if record.ending is not Ending.CUT:
                self._traces += 1
                yield record
            if record.ending is Ending.ENDLESS:
                return  # nobody knows what would have come

    def _hopeless(self) -> bool:
        """Whether there are far more orderings than runs."""
        if self._hopeful or self._traces < FIRST:
            return False
        return self._traces > self._most * self._optimal.progress

    @property
    def coverage(self) -> Coverage:
        """What was covered so far."""
        kind = "sampled" if self._left or self._cut else "complete"
        return Coverage(kind, self.runs, self._traces)


class Sample(Runs):
    """Random runs by several strategies in turn, with the seeds 0, 1, 2, …"""

    def _begin(self) -> None:
        self._profile: Profile = {}
        self._traces: set[int] = set()

    def __iter__(self) -> Iterator[Record]:
        while self._spent < self._most:
            walk = STRATEGIES[self.runs % len(STRATEGIES)](self.runs, self._profile)
            record = self._run(walk)
            if record is None:
                continue
            self._profile = walk.profile
            if record.ending is not Ending.ENDLESS:  # chance need not be fair
                self._traces.add(record.trace)
                yield record

    @property
    def coverage(self) -> Coverage:
        """What was covered so far."""
        return Coverage("sampled", self.runs, len(self._traces), walks=self.runs)


class Search(Runs):
    """The orders of a program, fewest forced switches first.

    In a crowd of threads there are too many switches that nobody forces; there the
    fewest *delays* come first (Emmi, Qadeer and Rakamarić, "Delay-Bounded Scheduling",
    POPL 2011).
    """

    def __init__(
        self,
        once: Once,
        sharing: Sharing | None = None,
        *,
        preemptions: int = PREEMPTIONS,
        runs: int = RUNS,
    ) -> None:
        self._bound = preemptions
        self._price: Price = switches
        super().__init__(once, sharing or Sharing(), runs)

    def _begin(self) -> None:
        self._seen: set[tuple[int, int]] = set()
        self._ways: defaultdict[int, deque[Way]] = defaultdict(deque)
        self._ways[0].append(((), (0, 0)))
        self._traces: set[int] = set()
        self._done = -1  # all orders of this cost were tried
        self._beyond = False  # there are orders that cost more than the bound
        self._cut = False  # a run was not played to its end

    def __iter__(self) -> Iterator[Record]:
        while self._spent < self._most:
            way = self._next()
            if way is None:
                return
            cost, order = way
            scout = _Scout(order, cost, self._seen, self._price)
            record = self._run(scout)
            if record is None:
                continue
            if self._price is switches and len(record.threads) > CROWD:
                self._price = delays
                self._begin()
                continue
            for more, found in scout.found:
                if more <= self._bound:
                    self._ways[more].append(found)
                else:
                    self._beyond = True
            if record.ending is Ending.CUT:
                continue
            self._cut |= record.ending is Ending.ENDLESS
            self._traces.add(record.trace)
            yield record

    def _next(self) -> tuple[int, Order] | None:
        """The cheapest order that was not tried yet."""
        for cost in range(self._bound + 1):
            while self._ways[cost]:
                order, end = self._ways[cost].popleft()
                if end not in self._seen:
                    return cost, order
            self._done = cost
        return None

    @property
    def coverage(self) -> Coverage:
        """What was covered so far."""
        drained = not any(self._ways[cost] for cost in range(self._bound + 1))
        traces = len(self._traces)
        if drained and not self._beyond and not self._cut:
            return Coverage("complete", self.runs, traces)
        if self._price is delays:
            return Coverage("sampled", self.runs, traces, delays=True)
        done = self._bound if drained else self._done
        if done >= 0:
            return Coverage("bounded", self.runs, traces, done)
        return Coverage("sampled", self.runs, traces)
