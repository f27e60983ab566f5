"""Try the orders of any small program of the user's own, and show what comes out."""

from __future__ import annotations

import json
import os
import shlex
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rich import box
from rich.table import Table
from rich.text import Text

from threadlings import explain
from threadlings.columns import Names, draw
from threadlings.core import ANY, SURPRISE
from threadlings.detect import Finding, Problem, finding
from threadlings.events import Ending, order_of, read_order
from threadlings.fiber import Misfit
from threadlings.grading import Options
from threadlings.screen import WrongUse, console, count, page, plain, printed, say
from threadlings.search import Coverage, Exhaustive, Order, Runs, Sample, Search
from threadlings.sharing import Sharing
from threadlings.survey import Survey, Way, program, replay, survey, trial_of, way_of
from threadlings.trial import Outcome, Trial

RUNS = 20_000  # ten seconds or so
PREEMPTIONS = 64  # more than such a program can have; the runs are what ends it
CHEAPEST, EXHAUSTIVE, RANDOM = "cheapest", "exhaustive", "random"
LONGEST = 60  # characters of an outcome in the table
UNSTEADY = (
    "Something else than the order decides what comes out: a clock, a random number,\n"
    "an address.  So no count of orderings can be trusted."
)


def run(
    path: Path,
    options: Options,
    *,
    how: str = CHEAPEST,
    as_json: bool = False,
    order: str | None = None,
) -> int:
    """Explore the program in *path* and print what can come out; the exit status.

    *how*: CHEAPEST first, by forced switches; EXHAUSTIVE, every distinct ordering once;
    or at RANDOM.  With an *order*, show the run of that order instead.
    """
    departures = None if order is None else _read(order)
    with _no_input():
        trial = trial_of(program(path), options)
        found = _survey(trial, _search(trial, how))
        if departures is not None:
            return _follow(trial, departures, found.sharing)
    if as_json:
        say(json.dumps(found.as_json()))
    else:
        present(found, path)
    return 0 if found.clean else 1


def _search(trial: Trial, how: str) -> Runs:
    """What makes the runs."""
    options = trial.options
    if how == RANDOM:
        return Sample(trial.once, Sharing(), options.runs)
    if how == CHEAPEST:
        bound = options.preemptions
        return Search(trial.once, preemptions=bound, runs=options.runs)
    if options.time != ANY:
        raise WrongUse("--exhaustive: a clock forbids orders; leave out --time ideal")
    if options.waiters == SURPRISE:
        raise WrongUse("--exhaustive: surprises are not counted; leave them out")
    return Exhaustive(trial.once, Sharing(), options.runs)


def _survey(trial: Trial, search: Runs) -> Survey:
    """The survey of a program, with a word on how far it is."""
    most = trial.options.runs
    with console(error=True).status("") as status:
        return survey(
            trial, search, lambda runs: status.update(f"{runs} of {most} runs")
        )


def _read(order: str) -> Order:
    try:
        return read_order(order)
    except ValueError as error:
        raise WrongUse(f"--order {order}: {error}") from None


def _follow(trial: Trial, order: Order, sharing: Sharing) -> int:
    """Show the run of *order*."""
    try:
        record = replay(trial, order, sharing)
    except Misfit as error:
        raise WrongUse(f"--order {order_of(order)}: {error}") from None
    way = way_of(record)
    found = finding_of(way)
    proof, waits = (found.proof, found.more) if found else (frozenset(), ())
    parts = [outcome(way), told(way), "", *draw(record, proof, waits)]
    say(page("\n".join(part for part in parts if part is not None)))
    if record.output:
        say(f"\n{printed(record.output)}")
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
        table.add_row(Text(outcome(way)), str(way.traces), forced, order)
    console().print(table)
    for way in found.ways:
        if finding_of(way):
            say(page(f"{way.order}\n{told(way)}\n"))
    say(sentence(found))
    if found.unsteady:
        say(UNSTEADY)
        if found.parting:
            names = Names(found.ways[0].record)
            say(page(names.full(explain.differs(found.parting))))
    odd = [way for way in found.ways if not way.harmless] or found.ways[1:]
    if odd:
        again = f"threadlings explore {shlex.quote(str(path))} --order {odd[0].order}"
        say(f"again  {plain(again)}")


def outcome(way: Way) -> str:
    """What came out, in a few words."""
    if way.ending is Ending.STUCK:
        first = ["stuck"]
    elif way.ending is Ending.ENDLESS:
        first = ["endless"]
    else:
        first = [] if way.value is None else [way.value]
    lines = [*first, *(f"{name} raised {text}" for name, text in way.errors.items())]
    return "\n".join(_cut(plain(line)) for line in lines)


def finding_of(way: Way) -> Finding | None:
    """What is wrong with a run that did not come to its end."""
    kinds = {Ending.STUCK: "deadlock", Ending.ENDLESS: "endless"}
    if way.ending not in kinds:
        return None
    return finding(Problem(kinds[way.ending]), way.record, always=False)


def told(way: Way) -> str | None:
    """How such a run ended, in the words that a student gets."""
    found = finding_of(way)
    if found is None:
        return None
    outcome = Outcome(Coverage("sampled", 1, 1), found, way.record)
    words = explain.message(outcome, explain.Words("", "", "", ""))
    return words.strip().partition("\n\n")[0]


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def sentence(found: Survey) -> str:
    """What was covered: one of three sentences that are never mixed."""
    covered = found.coverage
    kind, runs = covered.kind, count(covered.runs, "run")
    words = str(explain.coverage(covered)["sentence"])
    if kind == "bounded" and any(way.ending is Ending.ENDLESS for way in found.ways):
        words = f"{runs}; what does not end was broken off"
    elif kind == "complete":
        words = f"{words}, in {runs}"
    return f"{kind}: {words}"
