"""The command `threadlings`: who answers what is asked, and how it ends."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from rich import box
from rich.table import Table
from rich.text import Text

from threadlings import (
    ask,
    check,
    desk,
    explore,
    intake,
    kit,
    lesson,
    mutation,
    show,
    texts,
)
from threadlings.ask import Command, Parser
from threadlings.core import ANY, FIRST, IDEAL, WAITERS
from threadlings.grading import Options
from threadlings.kit import KitError
from threadlings.screen import WrongUse, console, folded, page, say

FINE, WRONG_USE, INTERRUPTED = 0, 2, 130


def _list(asked: argparse.Namespace) -> int:
    """Name every exercise."""
    table = Table("no", "module", "idea", box=box.SIMPLE_HEAD, pad_edge=False)
    for one in kit.exercises(ask.root(asked)):
        idea, stop, _ = lesson.idea(one).partition(". ")
        table.add_row(one.number, one.module, Text(f"{idea}{stop}".strip()))
    console().print(table)
    return FINE


def _fill_check(one: Parser) -> None:
    one.add_argument(
        "exercise", metavar="NN", nargs="*", help="only these exercises (default: all)"
    )
    one.add_argument(
        "--jsonl",
        metavar="FILE",
        type=Path,
        help="write a line for every file that was tried, the same on every Python",
    )
    one.add_argument(
        "--coverage",
        action="store_true",
        help="print for every promise how far its search goes",
    )
    one.add_argument(
        "--mutants",
        action="store_true",
        help="instead, make small mistakes in the solutions: which does nobody notice?",
    )
    ask.add_work(one)


def _check(asked: argparse.Namespace) -> int:
    """Prove the kit."""
    if asked.mutants:
        return mutation.run(
            ask.root(asked),
            asked.exercise,
            together=asked.together,
            patience=asked.patience,
        )
    return check.run(
        ask.root(asked),
        asked.exercise,
        together=asked.together,
        patience=asked.patience,
        jsonl=asked.jsonl,
        reach=asked.coverage,
    )


def _fill_show(one: Parser) -> None:
    one.add_argument(
        "path", metavar="FILE", type=Path, help="a student's file, or a folder with it"
    )
    ask.add_exercise(one)
    one.add_argument(
        "--test", metavar="NAME", help="only tests with NAME in their name"
    )
    one.add_argument("-k", dest="test", help=argparse.SUPPRESS)  # as pytest calls it
    one.add_argument("--order", help="replay this order, like 7:bob")
    one.add_argument(
        "--html",
        metavar="FILE",
        type=Path,
        help="draw every failing order into FILE, for a browser",
    )
    ask.add_patience(one)


def _show(asked: argparse.Namespace) -> int:
    """Explain one answer."""
    one = ask.exercise(asked, ask.root(asked), asked.path)
    handed_in = intake.hand_in("", one, kit.submitted(asked.path, one))
    if handed_in.verdict:
        raise WrongUse(handed_in.words)
    return show.run(
        one,
        handed_in.file,
        test=asked.test,
        order=asked.order,
        html=asked.html,
        patience=asked.patience,
    )


def _fill_hint(one: Parser) -> None:
    one.add_argument("exercise", metavar="NN", help="the exercise")
    one.add_argument(
        "number",
        metavar="N",
        nargs="?",
        type=ask.at_least(1),
        default=1,
        help="which hint: 1, a question, to 3, nearly there (default: 1)",
    )


def _hint(asked: argparse.Namespace) -> int:
    """Give one hint, and say how to get the next one."""
    one = kit.exercise(ask.root(asked), asked.exercise)
    hints = lesson.hints(lesson.readme(one))
    if asked.number > len(hints):
        raise WrongUse(f"{one.number} has {len(hints)} hints")
    facts = {"number": asked.number, "count": len(hints), "exercise": lesson.title(one)}
    say(texts.say("told", "hint", **facts))
    say(folded(f"  {hints[asked.number - 1]}"))
    if asked.number < len(hints):
        following = f"threadlings hint {one.number} {asked.number + 1}"
        say(texts.say("told", "hint_next", command=following))
    else:
        say(texts.say("told", "hint_last"))
    return FINE


def _fill_explore(one: Parser) -> None:
    one.add_argument("path", metavar="FILE", type=Path, help="a program with a main()")
    one.add_argument(
        "--preemptions",
        metavar="N",
        type=ask.at_least(0),
        default=explore.PREEMPTIONS,
        help="at most N forced switches in an order (default: as many as there are)",
    )
    one.add_argument(
        "--runs",
        metavar="N",
        type=ask.at_least(1),
        default=explore.RUNS,
        help=f"at most N runs (default: {explore.RUNS})",
    )
    one.add_argument(
        "--time",
        choices=(ANY, IDEAL),
        default=ANY,
        help="any: a thread may be slower than any sleep (default); "
        "ideal: computing takes no time",
    )
    one.add_argument(
        "--waiters",
        choices=WAITERS,
        default=FIRST,
        help="whom a notify wakes: the first who waits (default), any of them, or the "
        "first and once somebody for no reason",
    )
    how = one.add_mutually_exclusive_group()
    how.add_argument(
        "--exhaustive",
        dest="how",
        action="store_const",
        const=explore.EXHAUSTIVE,
        default=explore.CHEAPEST,
        help="every distinct ordering once, and no bound on forced switches",
    )
    how.add_argument(
        "--random",
        dest="how",
        action="store_const",
        const=explore.RANDOM,
        help="as many random orders as there may be runs; the same ones every time",
    )
    one.add_argument("--order", help="show this order, like 7:Thread-2")
    one.add_argument("--json", action="store_true", help="print one object of JSON")


def _explore(asked: argparse.Namespace) -> int:
    """Explore a program."""
    options = Options(asked.preemptions, asked.time, asked.runs, waiters=asked.waiters)
    return explore.run(
        asked.path,
        options,
        how=asked.how,
        as_json=asked.json,
        order=asked.order,
    )


COMMANDS = {
    "list": Command("name every exercise, with its idea in one line", _list),
    "check": Command(
        "prove the kit: stubs fail, solutions pass, wrong answers fail",
        _check,
        _fill_check,
    ),
    **desk.COMMANDS,
    "show": Command("explain one student's result for one exercise", _show, _fill_show),
    "hint": Command("give one of the three hints of an exercise", _hint, _fill_hint),
    "explore": Command(
        "try the orders of any program, and say what comes out", _explore, _fill_explore
    ),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what is asked; the exit status."""
    try:
        asked = ask.read(arguments, COMMANDS)
        texts.speak(asked.lang)
        return COMMANDS[asked.command].answer(asked)
    except (KitError, WrongUse) as error:
        say(page(f"threadlings: {error}"), error=True)
        return WRONG_USE
    except SystemExit as leaving:  # argparse: the help, or a wrong word
        return int(leaving.code or FINE)
    except KeyboardInterrupt:
        say("threadlings: interrupted", error=True)
        return INTERRUPTED
