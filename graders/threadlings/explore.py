"""Any small program with a `main()`: what can come out of it, and in which order.

The program is tried as a submission is, but nobody judges it: every distinct ordering
that was seen is counted under what came of it.
"""

from __future__ import annotations

import inspect
import json
import os
import re
import shlex
import sys
import traceback
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType
from typing import Any

from rich import box
from rich.table import Table
from rich.text import Text

from threadlings.events import Ending, Record, Waiting, order_of, read_order
from threadlings.grading import Options
from threadlings.load import LoadError, Source
from threadlings.screen import WrongUse, console, page, plain, say
from threadlings.search import Coverage, Follow, Misfit, Search
from threadlings.sharing import Sharing
from threadlings.trial import Trial

RUNS = 20_000  # ten seconds or so
PREEMPTIONS = 64  # more than such a program can have; the runs are what ends it
ASKED = "explore runs a function main() that needs no arguments"
UNSTEADY = (
    "Something else than the order decides what comes out: a clock, a random number,\n"
    "an address.  So no count of orderings can be trusted."
)
ADDRESS = re.compile(r" at 0x[0-9A-Fa-f]+")


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
    def harmless(self) -> bool:
        """Whether `main` returned and nothing else happened."""
        return self.value is not None and not self.errors


@dataclass
class Survey:
    """What came of all the runs: a `Way` for each thing that can come out."""

    coverage: Coverage
    ways: list[Way]
    unsteady: int = 0  # orderings that came out differently when they were met again

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
    return ADDRESS.sub(" at 0x…", words)


# ── its runs ─────────────────────────────────────────────────────────────────
class Tally:
    """The ways that were seen, and which distinct ordering went which."""

    def __init__(self) -> None:
        self.ways: dict[Hashable, Way] = {}
        self.unsteady = 0
        self._went: dict[int, Way] = {}

    def add(self, record: Record) -> None:
        """Count *record* under what came of it, once for each distinct ordering."""
        way = _way(record)
        key = (way.ending, way.value, *way.errors.items(), _waits(record))
        way = self.ways.setdefault(key, way)
        if _length(record) < _length(way.record):
            way.record = record
        before = self._went.get(record.trace)
        if before is None:
            self._went[record.trace] = way
            way.traces += 1
        elif before is not way:
            self.unsteady += 1


def _way(record: Record) -> Way:
    """What came of *record*."""
    over = record.ending in (Ending.DONE, Ending.RAISED) and "main" not in record.errors
    errors = {thread: _told(error) for thread, error in sorted(record.errors.items())}
    return Way(record.ending, record.result if over else None, errors, record)


def _told(error: BaseException) -> str:
    """What went wrong, without an address that is another one in every run."""
    return ADDRESS.sub(" at 0x…", f"{type(error).__name__}: {error}".rstrip(": "))


def _waits(record: Record) -> Hashable:
    """Who waits for what at the end."""
    stuck = record.ending is Ending.STUCK
    return tuple((w.thread, w.kind, str(w.thing)) for w in record.waiting if stuck)


def _length(record: Record) -> tuple[int, int, int]:
    """How long the order of *record* is for a reader."""
    return record.forced, len(record.departures), record.steps


def survey(
    source: Source, options: Options, each: Callable[[int], object] = int
) -> Survey:
    """Try the orders of *source* as far as *options* go; *each* hears of every run."""
    trial = Trial(value_of, source)
    trial.options = options
    search = Search(trial.once, preemptions=options.preemptions, runs=options.runs)
    tally = Tally()
    seen = 0  # restarts of the search
    try:
        for record in search:
            each(search.runs)
            if search.restarts > seen:  # it knows better now where threads can meet
                seen, tally = search.restarts, Tally()
            else:
                tally.add(record)
    except Misfit:  # the start of a run did not repeat itself
        tally.unsteady += 1
    coverage = search.coverage
    if tally.unsteady:
        coverage = replace(coverage, kind="sampled")
    return Survey(coverage, list(tally.ways.values()), tally.unsteady)


# ── the command ──────────────────────────────────────────────────────────────
def run(path: Path, options: Options, *, as_json: bool) -> int:
    """Explore the program in *path* and print what can come out; the exit status."""
    with _no_input():
        source = program(path)
        with console(error=True).status("") as status:
            found = survey(
                source,
                options,
                lambda runs: status.update(f"{runs} of {options.runs} orders tried"),
            )
    if as_json:
        say(json.dumps(found.as_json()))
    else:
        present(found, path)
    return 0 if found.clean else 1


def follow(path: Path, options: Options, order: str) -> int:
    """Run the program in *path* in one order, and show it; the exit status."""
    try:
        departures = read_order(order)
    except ValueError as error:
        raise WrongUse(f"--order {plain(order)}: {error}") from None
    with _no_input():
        trial = Trial(value_of, program(path))
        trial.options = options
        try:
            record = trial.replay(departures)
        except Misfit as error:
            raise WrongUse(f"--order {plain(order)}: {error}") from None
    way = _way(record)
    say(page(f"{outcome(way)}\n"))
    return 0 if way.harmless else 1


@contextmanager
def _no_input() -> Iterator[None]:
    """Whoever asks for input finds the end of it: nobody answers a thousand times."""
    before = sys.stdin
    with open(os.devnull) as nothing:
        sys.stdin = nothing
        try:
            yield
        finally:
            sys.stdin = before


def present(found: Survey, path: Path) -> None:
    """Print *found*: what can come out, how often, and how to see it."""
    table = Table("outcome", box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("orderings", justify="right")
    table.add_column("forced", justify="right")
    table.add_column("shortest order", overflow="fold")
    for way in found.ways:
        forced, order = str(way.record.forced), Text(plain(way.order))
        table.add_row(Text(page(outcome(way))), str(way.traces), forced, order)
    console().print(table)
    say(sentence(found))
    if found.unsteady:
        say(UNSTEADY)
    odd = [way for way in found.ways if not way.harmless] or found.ways[1:]
    if odd:
        again = f"threadlings explore {shlex.quote(str(path))} --order {odd[0].order}"
        say(f"again  {plain(again)}")


def outcome(way: Way) -> str:
    """What came out, in words."""
    lines = [f"{thread} raised {text}" for thread, text in way.errors.items()]
    if way.ending is Ending.STUCK:
        lines.insert(0, "stuck: " + "; ".join(map(_waiting, way.record.waiting)))
    elif way.ending is Ending.ENDLESS:
        lines.insert(0, "endless: it never comes to its end")
    elif way.value is not None:
        lines.insert(0, way.value)
    return "\n".join(lines)


def _waiting(one: Waiting) -> str:
    held = f", held by {' and '.join(one.held_by)}" if one.held_by else ""
    return f"{one.thread} waits for {one.thing}{held} (line {one.line})"


def sentence(found: Survey) -> str:
    """What was covered: one of three sentences that are never mixed."""
    covered = found.coverage
    runs = f"{covered.runs} runs"
    if covered.kind == "complete":
        return f"complete: all {covered.traces} distinct orderings ({runs})"
    if covered.kind == "bounded":
        switches = f"{covered.preemptions} forced switches"
        return f"bounded: every run with at most {switches} ({runs})"
    return f"sampled: {runs}, {covered.traces} distinct orderings"
