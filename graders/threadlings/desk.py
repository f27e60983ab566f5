"""The instructor's desk: what its commands can be asked, and who answers."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from threadlings import ask, export, grade, intake, kit, notebook
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


def _fill_report(one: Parser) -> None:
    one.add_argument(
        "marks",
        metavar="MARKS.jsonl",
        type=Path,
        help="what `grade --jsonl` has written",
    )
    one.add_argument(
        "--out",
        metavar="DIR",
        type=Path,
        required=True,
        help="write index.html here, and a folder of pages for each student",
    )
    one.add_argument(
        "--class",
        metavar="CLASS",
        dest="folder",
        type=Path,
        help="the class folder, if it is not where it was when it was graded",
    )
    one.add_argument(
        "--roster",
        metavar="ROSTER.csv",
        type=Path,
        help="who reads which language: columns student and language (default: --lang)",
    )
    ask.add_work(one)


def _report(asked: argparse.Namespace) -> int:
    """Write pages for people."""
    try:
        from threadlings.report import publish
    except ModuleNotFoundError as missing:
        raise WrongUse(
            f"a report needs {missing.name}: pip install 'threadlings[report]'"
        ) from None
    return publish.run(
        asked.marks,
        ask.root(asked),
        out=asked.out,
        folder=asked.folder,
        people=asked.roster,
        together=asked.together,
        patience=asked.patience,
    )


def _fill_notebook(one: Parser) -> None:
    one.add_argument("exercise", metavar="NN", nargs="+", help="the exercises")
    one.add_argument(
        "--course",
        metavar="DIR",
        type=Path,
        required=True,
        help="the course's folder, where nbgrader is run; nothing there is overwritten",
    )


def _notebook(asked: argparse.Namespace) -> int:
    """Write source notebooks for nbgrader."""
    root = ask.root(asked)
    exercises = dict.fromkeys(kit.exercise(root, name) for name in asked.exercise)
    return notebook.write(list(exercises), asked.course)


COMMANDS = {
    "grade": Command(
        "grade a folder of submissions; one line for each student", _grade, _fill_grade
    ),
    **export.COMMANDS,
    "report": Command(
        "write a page for the class, and one for each answer", _report, _fill_report
    ),
    "notebook": Command(
        "write exercises as nbgrader's notebooks", _notebook, _fill_notebook
    ),
}
