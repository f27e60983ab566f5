"""The instructor's desk: what its commands can be asked, and who answers."""

from __future__ import annotations

import argparse
import contextlib
import os
from functools import partial
from pathlib import Path

from threadlings import (
    ask,
    bulk,
    case,
    cluster,
    diff,
    export,
    intake,
    journal,
    kit,
    late,
    notebook,
)
from threadlings.ask import Command, Parser
from threadlings.cache import Cache, usual
from threadlings.fence import AUTO, CHOICES, fence
from threadlings.screen import WrongUse, page, plain, say


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
        "--resume",
        action="store_true",
        help="go on with the FILE of --jsonl: what it knows is not graded again",
    )
    one.add_argument(
        "--csv", metavar="FILE", type=Path, help="write a table; FILE is kept likewise"
    )
    one.add_argument(
        "--late",
        metavar="FILE",
        type=Path,
        help="a table of what is due when, and of what lateness takes off",
    )
    _fill_known(one)
    ask.add_work(one)
    _fill_isolation(one)
    one.add_argument(
        "--cluster",
        metavar="ADDRESS",
        help="let the workers of a dask.distributed scheduler do it, like "
        "tcp://10.0.0.1:8786; -j means nothing then",
    )


def _fill_isolation(one: Parser) -> None:
    """What contains the code of strangers."""
    one.add_argument(
        "--isolation",
        choices=CHOICES,
        default=AUTO,
        help="what contains the submissions: the first that holds here of bwrap, "
        "landlock and podman (default), one of them, or none",
    )


def _fill_known(one: Parser) -> None:
    """What need not be graded again."""
    one.add_argument(
        "--regrade",
        metavar="NN",
        action="append",
        default=[],
        help="grade this exercise anew, whatever is known; can be given again",
    )
    where = one.add_mutually_exclusive_group()
    where.add_argument(
        "--cache",
        metavar="DIR",
        type=Path,
        help="where results are kept for the next time (default: your cache folder)",
    )
    where.add_argument(
        "--no-cache", action="store_true", help="grade what was graded before, too"
    )


def _grade(asked: argparse.Namespace) -> int:
    """Grade a class folder, or files."""
    root = ask.root(asked)
    if asked.resume and asked.jsonl is None:
        raise WrongUse("--resume goes on with a file: name it with --jsonl FILE")
    class_ = _intake(asked, root)
    rules = asked.late and _rules(asked.late, root, class_)
    again = [kit.exercise(root, name).number for name in asked.regrade]
    with contextlib.ExitStack() as stack:
        written = asked.jsonl and stack.enter_context(
            journal.Journal(asked.jsonl, resume=asked.resume)
        )
        name, engine = _engine(asked, class_, stack)
        known = bulk.Known(written, _cache(asked), name, again)
        return bulk.run(class_, engine, known, rules=rules, table=asked.csv)


def _engine(
    asked: argparse.Namespace, class_: intake.Intake, stack: contextlib.ExitStack
) -> tuple[str, case.Engine]:
    """What contains strangers' code, and who grades: this machine, or a cluster."""
    how = {"patience": asked.patience}
    if asked.cluster:
        how |= {"address": asked.cluster, "isolation": asked.isolation}
        return asked.isolation, partial(cluster.graded, **how)
    graders = {one.exercise.grader for one in class_.handed_in}
    own = stack.enter_context(fence(asked.isolation, graders))
    how |= {"together": asked.together, "start": own.start}
    return own.name, partial(case.graded, **how)


def _cache(asked: argparse.Namespace) -> Cache | None:
    """The cache that was asked for; the usual one, if it can be used."""
    if asked.no_cache:
        return None
    if asked.cache:
        return Cache(asked.cache)
    try:
        return Cache(usual())
    except WrongUse as error:
        say(page(f"threadlings: {error}"), error=True)
        return None


def _rules(path: Path, root: Path, class_: intake.Intake) -> late.Rules:
    """What lateness takes off; whoever is not in the class is told."""
    rules = late.read(path, [one.number for one in kit.exercises(root)])
    for name in rules.strangers(one.student for one in class_.handed_in):
        say(f"{plain(str(path))} is about {plain(name)}, who is not here", error=True)
    return rules


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


def _fill_diff(one: Parser) -> None:
    one.add_argument("old", metavar="OLD", type=Path, help="a file of --jsonl")
    one.add_argument("new", metavar="NEW", type=Path, help="a later one")


def _diff(asked: argparse.Namespace) -> int:
    """Compare two journals."""
    return diff.run(asked.old, asked.new)


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
    _fill_isolation(one)


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
        isolation=asked.isolation,
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
    "diff": Command("compare two gradings: who got something else", _diff, _fill_diff),
    **export.COMMANDS,
    "report": Command(
        "write a page for the class, and one for each answer", _report, _fill_report
    ),
    "notebook": Command(
        "write exercises as nbgrader's notebooks", _notebook, _fill_notebook
    ),
}
