"""What can be asked of the command, in words: its options, its help, its near names."""

from __future__ import annotations

import argparse
import contextlib
import difflib
import math
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NoReturn

from threadlings import explore
from threadlings.core import ANY, FIRST, IDEAL, WAITERS
from threadlings.screen import plain, say
from threadlings.supervise import PATIENCE
from threadlings.texts import LANGUAGES

WRONG_USE = 2

DESCRIPTION = "Concurrency exercises, graded under every order of their threads."
EXAMPLES = """\
examples:
  threadlings check                          is the kit itself in order?
  threadlings grade handed-in/ --csv marks.csv
  threadlings show handed-in/ann --exercise 03
  threadlings explore my_program.py          what can come out of it?

Exit status: 0 nothing wrong, 1 something to look at, 2 wrong use.
"""


class Parser(argparse.ArgumentParser):
    """An argument parser that answers a wrong word with the near ones."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            allow_abbrev=False, formatter_class=_formatter, add_help=True, **options
        )

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        choices = [str(choice) for choice in action.choices or ()]
        if choices and value not in choices:
            name = action.metavar if isinstance(action.metavar, str) else action.dest
            words = f"there is no {name.upper()} {value!r}{near(value, choices)}"
            raise argparse.ArgumentError(None, words)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong in one line, and where the help is."""
        say(plain(f"threadlings: {message}"), error=True)
        say(f"Help: {self.prog} --help", error=True)
        self.exit(WRONG_USE)


def _formatter(prog: str) -> argparse.HelpFormatter:
    """The same lines on every terminal and every Python."""
    return argparse.RawDescriptionHelpFormatter(prog, max_help_position=24, width=80)


def near(name: str, names: Sequence[str]) -> str:
    """What *name* may have been meant to be, else all *names*, to stand after it."""
    found = difflib.get_close_matches(name, names, 3)
    if found:
        return f"; did you mean {' or '.join(found)}?"
    return f"; there are {', '.join(names)}"


# ── numbers ──────────────────────────────────────────────────────────────────
def at_least(least: int) -> Callable[[str], int]:
    """Whole numbers from *least* on."""

    def read(text: str) -> int:
        if not text.isdecimal() or int(text) < least:
            raise argparse.ArgumentTypeError(
                f"{text!r} is no whole number from {least} on"
            )
        return int(text)

    return read


def seconds(text: str) -> float:
    """A time that is more than none."""
    with contextlib.suppress(ValueError):
        number = float(text)
        if 0 < number < math.inf:
            return number
    raise argparse.ArgumentTypeError(f"{text!r} is no number of seconds above 0")


def processors() -> int:
    """How many processes can really work at once."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


# ── what can be asked ────────────────────────────────────────────────────────
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
    _fill_work(one)


def _fill_grade(one: Parser) -> None:
    one.add_argument(
        "path",
        metavar="PATH",
        nargs="+",
        type=Path,
        help="a class folder, <student>/NN/<module>.py; or files, with --exercise",
    )
    _fill_exercise(one)
    one.add_argument(
        "--jsonl",
        metavar="FILE",
        type=Path,
        help="write a line for every student and exercise as soon as it is known; "
        "a file that is there is kept as FILE~",
    )
    one.add_argument(
        "--csv", metavar="FILE", type=Path, help="write a table; FILE is kept likewise"
    )
    _fill_work(one)


def _fill_show(one: Parser) -> None:
    one.add_argument(
        "path", metavar="FILE", type=Path, help="a student's file, or a folder with it"
    )
    _fill_exercise(one)
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
    _fill_patience(one)


def _fill_hint(one: Parser) -> None:
    one.add_argument("exercise", metavar="NN", help="the exercise")
    one.add_argument(
        "number",
        metavar="N",
        nargs="?",
        type=at_least(1),
        default=1,
        help="which hint: 1, a question, to 3, nearly there (default: 1)",
    )


def _fill_explore(one: Parser) -> None:
    one.add_argument("path", metavar="FILE", type=Path, help="a program with a main()")
    one.add_argument(
        "--preemptions",
        metavar="N",
        type=at_least(0),
        default=explore.PREEMPTIONS,
        help="at most N forced switches in an order (default: as many as there are)",
    )
    one.add_argument(
        "--runs",
        metavar="N",
        type=at_least(1),
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


def _fill_exercise(one: Parser) -> None:
    one.add_argument(
        "--exercise", metavar="NN", help="the exercise, by number or by module"
    )


def _fill_work(one: Parser) -> None:
    one.add_argument(
        "-j",
        metavar="N",
        dest="together",
        type=at_least(1),
        default=processors(),
        help="so many processes at once (default: one for each processor)",
    )
    _fill_patience(one)


def _fill_patience(one: Parser) -> None:
    one.add_argument(
        "--patience",
        metavar="SECONDS",
        type=seconds,
        default=PATIENCE,
        help=f"give up when nothing comes for so long (default: {PATIENCE:g})",
    )


COMMANDS: dict[str, tuple[str, Callable[[Parser], None] | None]] = {
    "list": ("name every exercise, with its idea in one line", None),
    "check": (
        "prove the kit: stubs fail, solutions pass, wrong answers fail",
        _fill_check,
    ),
    "grade": ("grade a folder of submissions; one line for each student", _fill_grade),
    "show": ("explain one student's result for one exercise", _fill_show),
    "hint": ("give one of the three hints of an exercise", _fill_hint),
    "explore": ("try the orders of any program, and say what comes out", _fill_explore),
}


def parser() -> tuple[Parser, dict[str, Parser]]:
    """The whole command line, and the part of each command."""
    made = Parser(prog="threadlings", description=DESCRIPTION, epilog=EXAMPLES)
    made.add_argument(
        "--kit", metavar="DIR", type=Path, help="the kit's folder (default: here)"
    )
    made.add_argument(
        "--lang",
        choices=LANGUAGES,
        help="the language of messages (default: $THREADLINGS_LANG, then the locale)",
    )
    commands = made.add_subparsers(title="commands", metavar="COMMAND", dest="command")
    parts = {}
    for name, (text, fill) in COMMANDS.items():
        sentence = f"{text[0].upper()}{text[1:]}."
        parts[name] = commands.add_parser(name, help=text, description=sentence)
        if fill:
            fill(parts[name])
    return made, parts


def read(arguments: Sequence[str] | None) -> argparse.Namespace:
    """What is asked for.  Raises SystemExit, with words on what can be asked."""
    made, parts = parser()
    asked, rest = made.parse_known_args(arguments)
    if asked.command is None:
        made.print_help()
        made.exit(WRONG_USE)
    if rest:
        part = parts[asked.command]
        known = [name for action in part._actions for name in action.option_strings]
        part.error(f"there is no option {rest[0]!r}{near(rest[0], known)}")
    return asked
