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

from threadlings.events import Ending, order_of, read_order
from threadlings.grading import Options
from threadlings.screen import WrongUse, console, count, page, plain, say
from threadlings.search import Misfit, Order
from threadlings.sharing import Sharing
from threadlings.survey import Survey, Way, program, replay, survey, trial_of, way_of
from threadlings.trial import Trial

RUNS = 20_000  # ten seconds or so
PREEMPTIONS = 64  # more than such a program can have; the runs are what ends it
LONGEST = 60  # characters of an outcome in the table
UNSTEADY = (
    "Something else than the order decides what comes out: a clock, a random number,\n"
    "an address.  So no count of orderings can be trusted."
)


def run(
    path: Path, options: Options, *, as_json: bool = False, order: str | None = None
) -> int:
    """Explore the program in *path* and print what can come out; the exit status.

    With an *order*, show the run of that order instead.
    """
    departures = None if order is None else _read(order)
    with _no_input():
        trial = trial_of(program(path), options)
        found = _survey(trial)
        if departures is not None:
            return _follow(trial, departures, found.sharing)
    if as_json:
        say(json.dumps(found.as_json()))
    else:
        present(found, path)
    return 0 if found.clean else 1


def _survey(trial: Trial) -> Survey:
    """The survey of a program, with a word on how far it is."""
    most = trial.options.runs
    with console(error=True).status("") as status:
        return survey(trial, lambda runs: status.update(f"{runs} of {most} runs"))


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
    say(outcome(way))
    if way.ending is Ending.STUCK:
        say(page(waits(way)))
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
        if way.ending is Ending.STUCK:
            say(page(f"stuck in {way.order}:\n{waits(way)}\n"))
    say(sentence(found))
    if found.unsteady:
        say(UNSTEADY)
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


def waits(way: Way) -> str:
    """Who waits for what at the end, a line each."""
    lines = []
    for one in way.record.waiting:
        held = f", held by {' and '.join(one.held_by)}" if one.held_by else ""
        lines.append(f"  {one.thread} waits for {one.thing}{held} (line {one.line})")
    return "\n".join(lines)


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def sentence(found: Survey) -> str:
    """What was covered: one of three sentences that are never mixed."""
    covered = found.coverage
    runs = count(covered.runs, "run")
    traces = count(covered.traces, "distinct ordering")
    if covered.kind == "complete":
        return f"complete: all {traces} ({runs})"
    if covered.kind == "sampled":
        return f"sampled: {runs}, {traces}"
    if found.count(lambda way: way.ending is Ending.ENDLESS):
        return f"bounded: what does not end was broken off ({runs})"
    switches = f"{covered.preemptions} forced switch{'es' * (covered.preemptions != 1)}"
    return f"bounded: every run with at most {switches} ({runs})"
