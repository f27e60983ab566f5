"""The instructor's desk: what its commands can be asked, and who answers."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from threadlings import ask, export, grade, intake, kit
from threadlings.ask import Command, Parser
from threadlings.screen import WrongUse


def _fill_grade(one: Parser) -> None:
    one.add_argument(
        "path",
        metavar="PATH",
        nargs="+",
        type=Path,
        help="a class folder, <student>/NN/<module>.py; or files, with --exercise",
    )
    ask.add_exercise(one)
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
    ask.add_work(one)


def _grade(asked: argparse.Namespace) -> int:
    """Grade a class folder, or files."""
    return grade.run(
        _intake(asked, ask.root(asked)),
        together=asked.together,
        patience=asked.patience,
        jsonl=asked.jsonl,
        table=asked.csv,
    )


def _intake(asked: argparse.Namespace, root: Path) -> intake.Intake:
    every = kit.exercises(root)
    for path in asked.path:
        if not os.path.lexists(path):
            raise WrongUse(f"{path}: there is no such file or folder")
    if asked.path[0].is_dir():
        if len(asked.path) > 1:
            raise WrongUse("grade one class folder at a time, or only files")
        some = [kit.exercise(root, asked.exercise)] if asked.exercise else every
        return intake.from_class(asked.path[0], some, [one.number for one in every])
    return intake.from_files(asked.path, ask.exercise(asked, root, asked.path[0]))


COMMANDS = {
    "grade": Command(
        "grade a folder of submissions; one line for each student", _grade, _fill_grade
    ),
    **export.COMMANDS,
}
