"""One promise against one submission: search, judge, and tell the shortest failure."""

from __future__ import annotations

import contextlib
import io
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from types import ModuleType
from typing import Any

from threadlings.core import ANY, IDEAL, STEPS, SURPRISE, Run
from threadlings.detect import Finding, Problem, finding, problem
from threadlings.dpor import Optimal
from threadlings.events import Departure, Ending, Loss, Pair, Record, parting
from threadlings.fiber import Chooser, Misfit
from threadlings.garbage import uncollected
from threadlings.grading import Options
from threadlings.load import LoadError, Source
from threadlings.search import (
    LOCKSTEP,
    PREEMPTIONS,
    Coverage,
    Exhaustive,
    Follow,
    Lockstep,
    Loose,
    Newest,
    Order,
    Sample,
    Search,
)
from threadlings.sharing import Sharing
from threadlings.shorten import shorten
from threadlings.walks import Walk

KEPT = 64 * 1024  # characters of a run's output that are kept
FEW = 4_000  # steps in which threads that get anywhere in lockstep have got there
OTHERS = 200  # further runs, to see whether some order is right
PROOF = 2.0  # runs to try all distinct orderings, as a share of those of a search
WALKS = 0.3  # random runs where they are too many, likewise
AGAIN = 8  # further runs of one order, to see whether its result is its own

Test = Callable[[ModuleType], Any]
Judge = Callable[[Record], Problem | None]


@dataclass
class Outcome:
    """What came of a trial; *finding* is None when the promise was kept."""

    coverage: Coverage
    finding: Finding | None = None
    record: Record = field(default_factory=Record)  # of the shown run
    error: BaseException | None = None
    runs_before: int = 0


class Tape(io.StringIO):
    """What a run prints, as far as it is kept."""

    def write(self, text: str, /) -> int:
        """Keep *text* unless there is too much of it."""
        if self.tell() < KEPT:
            super().write(text[:KEPT])
        return len(text)


@contextlib.contextmanager
def quiet(tape: Tape) -> Iterator[None]:
    """Keep what a run prints on *tape*, and don't let it stop in a debugger."""
    hook, sys.breakpointhook = sys.breakpointhook, lambda *_, **__: None
    pdb: Any = sys.modules.get("pdb")
    set_trace = getattr(pdb, "set_trace", None)
    if set_trace is not None:
        pdb.set_trace = lambda *_, **__: None
    try:
        with contextlib.redirect_stdout(tape), contextlib.redirect_stderr(tape):
            yield
    finally:
        sys.breakpointhook = hook
        if set_trace is not None:
            pdb.set_trace = set_trace


@contextlib.contextmanager
def unawaited() -> Iterator[list[str]]:
    """The names of the coroutines that nobody awaits, which Python only warns of."""
    lost: list[str] = []
    hook = warnings._warn_unawaited_coroutine  # type: ignore[attr-defined]
    own: Any = warnings
    own._warn_unawaited_coroutine = lambda coro: lost.append(coro.__qualname__)
    try:
        yield lost
    finally:
        own._warn_unawaited_coroutine = hook


class Trial:
    """A test function, tried on a source.

    With *tape* off, the run that is told prints where all prints, and may stop in a
    debugger; the other runs never do.
    """

    def __init__(self, test: Test, source: Source, *, tape: bool = True) -> None:
        self.tape = tape
        self.test = test
        self.source = source
        self.options: Options = getattr(test, "every_order", Options())
        grader = test.__code__.co_filename
        self._outside = ModuleType(test.__module__)
        self._outside.__dict__.update(test.__globals__)
        self.judge = partial(problem, grader=grader, joined=self.options.joined)

    def once(
        self,
        chooser: Chooser,
        sharing: Sharing,
        tell: bool = False,
        hushed: bool = False,
    ) -> Record:
        """One run under *chooser*; even if it is told, it may be *hushed*."""
        time = IDEAL if isinstance(chooser, Lockstep) else self.options.time
        few = isinstance(chooser, (Lockstep, Optimal, Walk))
        run = Run(
            chooser,
            sharing=sharing,
            time=time,
            waiters=self.options.waiters,
            limit=FEW if few else STEPS,
        )
        tape = Tape()
        open_ = tell and not (self.tape or hushed)
        quietly = contextlib.nullcontext() if open_ else quiet(tape)
        with quietly, uncollected(), unawaited() as lost:
            record = run.play(lambda: self._main(run), tell=tell)
        if record.ending in (Ending.DONE, Ending.RAISED):
            record.losses += tuple(Loss("unawaited", name) for name in lost)
        record.processes = tuple(run.processes)
        record.output = tape.getvalue()
        return record

    def _main(self, run: Run) -> Any:
        run.state["outside"] = self._outside
        run.state["free_threaded"] = self.options.free_threaded
        try:
            module = self.source.load(run)
        except Exception as error:
            error.loading = True  # type: ignore[attr-defined]
            raise
        return self.test(module)

    def search(self) -> Outcome:
        """Try the orders until one fails or all that can be are tried."""
        attempt = self._attempt()
        try:
            failed = attempt.first_failure()
            coverage, runs = attempt.coverage, attempt.search.runs
            order = failed[0].departures if failed else LOCKSTEP
            told = self._replay(order, attempt)
            found = failed[1] if failed else self.judge(told)
            if found is None:
                return Outcome(coverage)
            return self._tell(told, found, attempt, coverage, runs)
        except Misfit:
            coverage = attempt.coverage
            return Outcome(coverage, self._unsteady((), attempt.search.sharing))

    def follow(self, order: tuple[Departure, ...]) -> Outcome:
        """Judge one order.  Raises Misfit when the submission can't follow it.

        The search comes first: which places are worth a step is known only then.
        """
        attempt = self._attempt()
        attempt.first_failure()
        told = self._replay(order, attempt)
        found = self.judge(told)
        coverage = Coverage("sampled", 1, 1)
        if found is None:
            return Outcome(coverage, record=told)
        return self._tell(told, found, attempt, coverage, 1)

    def _attempt(self) -> Attempt:
        options = self.options
        search = Search(self.once, preemptions=options.preemptions, runs=options.runs)
        bound = options.preemptions < PREEMPTIONS
        # A proof needs all orders: no clock and no bound may forbid any of them, and
        # that there is one surprise in all makes all of them depend on each other.
        clocked = options.time != ANY or options.waiters == SURPRISE
        share = 0 if bound or clocked else PROOF
        runs = int(options.runs * share)
        proof = Exhaustive(self.once, search.sharing, runs, hopeful=False)
        runs = 0 if bound else int(options.runs * WALKS)
        walks = Sample(self.once, search.sharing, runs)
        return Attempt(search, proof, walks, self.once, self.judge)

    def _replay(self, order: tuple[Departure, ...], attempt: Attempt) -> Record:
        """Make the run of *order* once more, with all that happened in it."""
        record = attempt.follow(order, tell=True)
        if order == LOCKSTEP:
            record.departures = LOCKSTEP
        return record

    def _tell(
        self,
        told: Record,
        found: Problem,
        attempt: Attempt,
        coverage: Coverage,
        runs: int,
    ) -> Outcome:
        cause = self._cause(told, found, attempt)
        error = told.errors.get("main")
        return Outcome(coverage, cause, told, error, runs)

    def _cause(self, told: Record, found: Problem, attempt: Attempt) -> Finding:
        """What *found* comes to: nothing, when it is not the order that decides."""
        sharing = attempt.search.sharing
        again = self.judge(told)
        if again is None or again.kind != found.kind:
            return self._unsteady(told.departures, sharing)
        if not found.depends:
            return finding(again, told, False)
        wrong = partial(attempt.follow, told.departures)
        if not self._steady(wrong, found.kind):
            return self._unsteady(told.departures, sharing)
        always = not attempt.passes()
        if attempt.right and not self._steady(attempt.right, None):
            return self._unsteady((), sharing)
        return finding(again, told, always)

    def _unsteady(self, order: Order, sharing: Sharing) -> Finding:
        """No finding: it is not the order that decides."""
        return Finding("gave-up", "unsteady", parting=self.parting(order, sharing))

    def parting(self, order: Order, sharing: Sharing) -> Pair | None:
        """Where two runs of one order differ first; None when they don't this time."""
        first = self.once(Loose(order), sharing, tell=True, hushed=True)
        for _ in range(AGAIN):
            other = self.once(Loose(order), sharing, tell=True, hushed=True)
            found = parting(first.events, other.events)
            if found is not None:
                return found
        return None

    def _steady(self, run: Callable[[], Record], kind: str | None) -> bool:
        """Whether *run* always has a problem of this *kind*, or always none."""
        for _ in range(AGAIN):
            found = self.judge(run())
            if kind != (found.kind if found else None):
                return False
        return True


class Attempt:
    """A search, and what its runs have shown so far.

    First it is tried to prove that there is no failure, by all distinct orderings;
    where that can't be done, the search looks for the failure that is told best.
    """

    def __init__(
        self,
        search: Search,
        proof: Exhaustive,
        walks: Sample,
        once: Any,
        judge: Judge,
    ) -> None:
        self.search = search
        self.proof = proof
        self.walks = walks
        self._once = once
        self._judge = judge
        self._runs = iter(search)
        self._passed = self._proved = False
        self.right: Callable[[], Record] | None = None  # a run that keeps the promise

    def first_failure(self) -> tuple[Record, Problem] | None:
        """The first run that breaks the promise."""
        suspect = self._failure(self.proof)
        self._proved = suspect is None and self.proof.coverage.kind == "complete"
        if self._proved:
            return None
        suspect = suspect or self._failure(self.walks)
        failed = self._failure(self._runs)
        if failed is None and suspect and suspect[0].ending is not Ending.ENDLESS:
            return self._shortened(*suspect)
        return failed

    def _shortened(self, record: Record, found: Problem) -> tuple[Record, Problem]:
        """A failure that was found by chance, as it is told best."""

        def same(record: Record) -> bool:
            other = self._judge(record)
            return other is not None and other.kind == found.kind

        sharing = self.search.sharing
        play = partial(self._once, sharing=sharing)
        short = shorten(record.departures, play, same)
        return short, self._judge(short) or found

    def _failure(self, runs: Iterable[Record]) -> tuple[Record, Problem] | None:
        for record in runs:
            found = self._judge(record)
            if found is not None:
                return record, found
            self._passed = True
            self.right = partial(self.follow, record.departures)
        return None

    @property
    def coverage(self) -> Coverage:
        """What was covered so far."""
        if self._proved:
            return self.proof.coverage
        found, walks = self.search.coverage, self.walks.runs
        return replace(found, runs=found.runs + walks, walks=walks)

    def passes(self) -> bool:
        """Whether some order keeps the promise; far ones are tried, too."""
        if self._passed:
            return True
        if self._judge(self._newest()) is None:
            self.right = self._newest
            return True
        last = self.search.runs + OTHERS
        for record in self._runs:
            if self._judge(record) is None:
                self.right = partial(self.follow, record.departures)
                return True
            if self.search.runs > last:
                break
        return False

    def follow(self, order: Order, tell: bool = False) -> Record:
        """Make the run of *order* again.  Raises Misfit where it does not fit."""
        follow = Lockstep() if order == LOCKSTEP else Follow(order)
        record: Record = self._once(follow, self.search.sharing, tell)
        follow.finish()
        return record

    def _newest(self) -> Record:
        record: Record = self._once(Newest(), Sharing(everything=True))
        return record


def broken(path: str, error: LoadError) -> Outcome:
    """The outcome of a promise whose submission can't even be compiled."""
    record = Record(ending=Ending.RAISED, errors={"main": error})
    words = {"error": type(error).__name__, "text": str(error)}
    cause = Finding("crash", "load", words)
    return Outcome(Coverage("complete", 0, 0), cause, record, error)


__all__ = ["LoadError", "Outcome", "Trial", "broken"]
