"""What can be asked of the command, in words: its options, its help, its near names."""

from __future__ import annotations

import argparse
import contextlib
import difflib
import math
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from threadlings import kit
from threadlings.screen import WrongUse, plain, say
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


class Command(NamedTuple):
    """What a command does in one line, who does it, and what it can be asked."""

    text: str
    answer: Callable[[argparse.Namespace], int]
    fill: Callable[[Parser], None] | None = None


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


# ── what several commands can be asked ───────────────────────────────────────
def add_exercise(one: Parser) -> None:
    """Which exercise it is about."""
    one.add_argument(
        "--exercise", metavar="NN", help="the exercise, by number or by module"
    )


def add_work(one: Parser) -> None:
    """How many processes are at work, and for how long each may be silent."""
    one.add_argument(
        "-j",
        metavar="N",
        dest="together",
        type=at_least(1),
        default=processors(),
        help="so many processes at once (default: one for each processor)",
    )
    add_patience(one)


def add_patience(one: Parser) -> None:
    """For how long a process may be silent."""
    one.add_argument(
        "--patience",
        metavar="SECONDS",
        type=seconds,
        default=PATIENCE,
        help=f"give up when nothing comes for so long (default: {PATIENCE:g})",
    )


def root(asked: argparse.Namespace) -> Path:
    """The kit's folder."""
    return kit.root(asked.kit)


def exercise(asked: argparse.Namespace, root: Path, path: Path) -> kit.Exercise:
    """The exercise that was named, else the one that *path* is named after."""
    if asked.exercise:
        return kit.exercise(root, asked.exercise)
    for one in kit.exercises(root):
        if path.stem == one.module:
            return one
    raise WrongUse(f"say which exercise {path.name} is for: --exercise NN")


# ── the command line ─────────────────────────────────────────────────────────
def parser(commands: Mapping[str, Command]) -> tuple[Parser, dict[str, Parser]]:
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
    known = made.add_subparsers(title="commands", metavar="COMMAND", dest="command")
    parts = {}
    for name, (text, _, fill) in commands.items():
        sentence = f"{text[0].upper()}{text[1:]}."
        parts[name] = known.add_parser(name, help=text, description=sentence)
        if fill:
            fill(parts[name])
    return made, parts


def read(
    arguments: Sequence[str] | None, commands: Mapping[str, Command]
) -> argparse.Namespace:
    """What is asked for.  Raises SystemExit, with words on what can be asked."""
    made, parts = parser(commands)
    asked, rest = made.parse_known_args(arguments)
    if asked.command is None:
        made.print_help()
        made.exit(WRONG_USE)
    if rest:
        part = parts[asked.command]
        known = [name for action in part._actions for name in action.option_strings]
        part.error(f"there is no option {rest[0]!r}{near(rest[0], known)}")
    return asked
