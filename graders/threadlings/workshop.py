"""The workshop: commands for those who write a kit, hand it out, and compare runs."""

from __future__ import annotations

import argparse
from pathlib import Path

from threadlings import ask, compare, init, release, scaffold
from threadlings.ask import Command, Parser


def _fill_release(one: Parser) -> None:
    one.add_argument(
        "--out",
        metavar="DIR",
        type=Path,
        required=True,
        help="a new folder, or one with a former release, which is replaced",
    )
    one.add_argument(
        "--exercise",
        metavar="NN",
        nargs="+",
        default=(),
        help="release only these (default: all)",
    )


def _release(asked: argparse.Namespace) -> int:
    """Make the students' copy."""
    return release.run(ask.root(asked), asked.out, asked.exercise)


def _fill_init(one: Parser) -> None:
    one.add_argument(
        "folder", metavar="DIR", type=Path, help="what is there is never changed"
    )


def _init(asked: argparse.Namespace) -> int:
    """Lay the exercises out."""
    return init.run(ask.root(asked), asked.folder)


def _fill_new(one: Parser) -> None:
    one.add_argument("number", metavar="NN", help="two digits that are not taken")
    one.add_argument("module", metavar="NAME", help="of its module: bounded_buffer")


def _new(asked: argparse.Namespace) -> int:
    """Scaffold an exercise."""
    return scaffold.run(ask.root(asked), asked.number, asked.module)


def _fill_compare(one: Parser) -> None:
    one.add_argument(
        "files",
        metavar="FILE",
        nargs="+",
        type=Path,
        help="what `threadlings check --jsonl` has written, one for each Python; "
        "those that are not there are named",
    )


def _compare(asked: argparse.Namespace) -> int:
    """Compare runs of check."""
    return compare.run(asked.files)


COMMANDS = {
    "init": Command("lay the exercises out for one student", _init, _fill_init),
    "new": Command("begin a new exercise of the kit", _new, _fill_new),
    "release": Command(
        "make the students' copy of the kit: no solutions, no hidden promises",
        _release,
        _fill_release,
    ),
    "compare": Command(
        "compare what check has found on several Pythons", _compare, _fill_compare
    ),
}
