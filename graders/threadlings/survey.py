"""What can come out of a program with a `main()`, and in how many distinct orderings.

The program is tried as a submission is, but nobody judges it: every distinct ordering
that was seen is counted under what came of it.
"""

from __future__ import annotations

import inspect
import traceback
from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType
from typing import Any

from threadlings.events import Ending, Pair, Record, order_of
from threadlings.fiber import Misfit
from threadlings.grading import Options
from threadlings.identity import steady
from threadlings.load import LoadError, Source
from threadlings.screen import WrongUse
from threadlings.search import Coverage, Follow, Order, Runs
from threadlings.sharing import Sharing
from threadlings.trial import Trial

ASKED = "explore runs a function main() that needs no arguments"
REPEATED = 20  # ways that are tried once more


@dataclass
class Way:
    """One thing that can come out, and the shortest order to it.

    *value* is the `repr` of what `main` returned, None where it did not return or
    somebody was left who could not go on; *errors* is what left which thread.
    """

    ending: Ending
    value: str | None
    errors: dict[str, str]
    record: Record
    traces: int = 0

    @property
    def order(self) -> str:
        """The shortest order, as it is typed."""
        return order_of(self.record.departures)

    @property
    def key(self) -> Hashable:
        """Equal for two runs of which the same came."""
        waiting = self.record.waiting if self.ending is Ending.STUCK else ()
        waits = tuple((one.thread, one.kind, str(one.thing)) for one in waiting)
        return self.ending, self.value, tuple(self.errors.items()), waits

    @property
    def harmless(self) -> bool:
        """Whether `main` returned and nothing else happened."""
        return self.value is not None and not self.errors


@dataclass
class Survey:
    """What came of all the runs: a `Way` for each thing that can come out."""

    coverage: Coverage
    ways: list[Way]
    sharing: Sharing  # where threads meet, so far as the runs have found out
    unsteady: int = 0  # orders that came out differently the second time
    cut: int = 0  # runs that were begun in vain
    parting: Pair | None = None  # where two runs of one order differ first

    @property
    def clean(self) -> bool:
        """Whether one thing came out, always, and nothing went wrong."""
        return len(self.ways) == 1 and self.ways[0].harmless and not self.unsteady

    def count(self, wanted: Callable[[Way], object]) -> int:
        """How many orderings went a way that is *wanted*."""
        return sum(way.traces for way in self.ways if wanted(way))

    def as_json(self) -> dict[str, Any]:
        """The object that `--json` prints."""
        outcomes: dict[str, int] = {}
        for way in self.ways:
            if way.value is not None:
                outcomes[way.value] = outcomes.get(way.value, 0) + way.traces
        return {
            "coverage": self.coverage.kind,
            "runs": self.coverage.runs,
            "traces": self.coverage.traces,
            "cut": self.cut,
            "stuck": self.count(lambda way: way.ending is Ending.STUCK),
            "raised": self.count(lambda way: way.errors),
            "outcomes": outcomes,
        }


# ── the program ──────────────────────────────────────────────────────────────
def program(path: Path) -> Source:
    """The program in *path*, once it has loaded and is seen to have a `main()`.

    Raises WrongUse.
    """
    try:
        source = Source(path)
    except LoadError as error:
        raise WrongUse(str(error)) from None
    record = Trial(_fit, source).once(Follow(()), Sharing(everything=True))
    failed = record.errors.get("main")
    if isinstance(failed, WrongUse):
        raise WrongUse(f"{path.name} {failed}")
    if failed is not None:
        where = _line(failed, path)
        raise WrongUse(f"{path.name} can't be loaded: {_told(failed)}{where}")
    if not record.result:
        raise WrongUse(
            f"{path.name} does not come to its end when it is loaded; {ASKED}"
        )
    return source


def _fit(module: ModuleType) -> bool:
    """Whether there is a `main` to call.  Raises WrongUse where there is not."""
    main = vars(module).get("main")
    if main is None:
        raise WrongUse(f"has no main; {ASKED}")
    if not callable(main):
        raise WrongUse(f"has a main that is no function; {ASKED}")
    if inspect.iscoroutinefunction(main):
        raise WrongUse(f"has a main that is async; {ASKED}")
    try:
        inspect.signature(main).bind()
    except TypeError as error:
        raise WrongUse(f"has a main that needs arguments ({error}); {ASKED}") from None
    except ValueError:  # it does not tell
        pass
    return True


def _line(error: BaseException, path: Path) -> str:
    """Where in the file at *path* the error came from."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame.lineno for frame in frames if frame.filename == str(path)]
    return f" (line {lines[-1]})" if lines else ""


def value_of(module: ModuleType) -> str:
    """The `repr` of what `main` returns, as it is in every run and every process."""
    value = module.main()
    if type(value) in (set, frozenset) and value:
        items = ", ".join(sorted(map(repr, value)))
        words = f"{{{items}}}" if type(value) is set else f"frozenset({{{items}}})"
    else:
        words = repr(value)
    return steady(words)


# ── its runs ─────────────────────────────────────────────────────────────────
class Tally:
    """The ways that were seen, and which distinct ordering went which."""

    def __init__(self) -> None:
        self.ways: dict[Hashable, Way] = {}
        self.unsteady = 0
        self._went: dict[int, Way] = {}

    def add(self, record: Record) -> None:
        """Count *record* under what came of it, once for each distinct ordering."""
        way = way_of(record)
        way = self.ways.setdefault(way.key, way)
        if _length(record) < _length(way.record):
            way.record = record
        before = self._went.get(record.trace)
        if before is None:
            self._went[record.trace] = way
            way.traces += 1
        elif before is not way:
            self.unsteady += 1


def way_of(record: Record) -> Way:
    """What came of *record*."""
    over = record.ending in (Ending.DONE, Ending.RAISED) and "main" not in record.errors
    errors = {thread: _told(error) for thread, error in sorted(record.errors.items())}
    return Way(record.ending, record.result if over else None, errors, record)


def _told(error: BaseException) -> str:
    """What went wrong, in the same words in every run."""
    return steady(f"{type(error).__name__}: {error}".rstrip(": "))


def _length(record: Record) -> tuple[int, int, int]:
    """How long the order of *record* is for a reader."""
    return record.forced, len(record.departures), record.steps


def trial_of(source: Source, options: Options) -> Trial:
    """What tries *source* and takes what its `main` returns for the result."""
    trial = Trial(value_of, source)
    trial.options = options
    return trial


def survey(trial: Trial, search: Runs, each: Callable[[int], object] = int) -> Survey:
    """Make the runs of *search* for a program; *each* hears of every run.

    In the end every way is tried once more, to see whether it is only the order that
    decides.
    """
    tally = Tally()
    seen = 0  # restarts of the search
    try:
        for record in search:
            each(search.runs)
            if search.restarts > seen:  # it knows better now where threads can meet
                seen, tally = search.restarts, Tally()
            tally.add(record)
    except Misfit:  # the start of a run did not repeat itself
        tally.unsteady += 1
    ways = list(tally.ways.values())
    again = [way for way in ways[:REPEATED] if not _repeats(trial, way, search.sharing)]
    unsteady = tally.unsteady + len(again)
    coverage = search.coverage
    found = Survey(coverage, ways, search.sharing, unsteady, search.cut)
    if unsteady:
        found.coverage = replace(coverage, kind="sampled")
        order = again[0].record.departures if again else ()
        found.parting = trial.parting(order, search.sharing)
    return found


def _repeats(trial: Trial, way: Way, sharing: Sharing) -> bool:
    """Whether the order of *way* leads the same way again; keeps that run's events."""
    try:
        record = replay(trial, way.record.departures, sharing)
    except Misfit:
        return False
    if way_of(record).key != way.key:
        return False
    way.record = record
    return True


def replay(trial: Trial, order: Order, sharing: Sharing) -> Record:
    """The run of one *order*, with its events.  Raises Misfit where it does not fit.

    What counts as a step is known from *sharing*, which a survey has found.
    """
    follow = Follow(order)
    record = trial.once(follow, sharing, tell=True)
    follow.finish()
    return record
