"""The command `threadlings`: who answers what is asked, and how it ends."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from pathlib import Path

from rich import box
from rich.table import Table
from rich.text import Text

from threadlings import (
    ask,
    check,
    explore,
    grade,
    intake,
    kit,
    lesson,
    mutation,
    show,
    texts,
)
from threadlings.grading import Options
from threadlings.kit import KitError
from threadlings.screen import WrongUse, console, folded, page, say

FINE, WRONG_USE, INTERRUPTED = 0, 2, 130


def _root(asked: argparse.Namespace) -> Path:
    """The kit's folder."""
    return kit.root(asked.kit)


def _list(asked: argparse.Namespace) -> int:
    """Name every exercise."""
    table = Table("no", "module", "idea", box=box.SIMPLE_HEAD, pad_edge=False)
    for one in kit.exercises(_root(asked)):
        idea, stop, _ = lesson.idea(one).partition(". ")
        table.add_row(one.number, one.module, Text(f"{idea}{stop}".strip()))
    console().print(table)
    return FINE


def _check(asked: argparse.Namespace) -> int:
    """Prove the kit."""
    if asked.mutants:
        return mutation.run(
            _root(asked),
            asked.exercise,
            together=asked.together,
            patience=asked.patience,
        )
    return check.run(
        _root(asked),
        asked.exercise,
        together=asked.together,
        patience=asked.patience,
        jsonl=asked.jsonl,
        reach=asked.coverage,
    )


def _grade(asked: argparse.Namespace) -> int:
    """Grade a class folder, or files."""
    return grade.run(
        _intake(asked, _root(asked)),
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
    return intake.from_files(asked.path, _exercise(asked, root, asked.path[0]))


def _exercise(asked: argparse.Namespace, root: Path, path: Path) -> kit.Exercise:
    """The exercise that was named, else the one that *path* is named after."""
    if asked.exercise:
        return kit.exercise(root, asked.exercise)
    for one in kit.exercises(root):
        if path.stem == one.module:
            return one
    raise WrongUse(f"say which exercise {path.name} is for: --exercise NN")


def _show(asked: argparse.Namespace) -> int:
    """Explain one answer."""
    one = _exercise(asked, _root(asked), asked.path)
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


def _hint(asked: argparse.Namespace) -> int:
    """Give one hint, and say how to get the next one."""
    one = kit.exercise(_root(asked), asked.exercise)
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


ANSWERS = {
    "list": _list,
    "check": _check,
    "grade": _grade,
    "show": _show,
    "hint": _hint,
    "explore": _explore,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what is asked; the exit status."""
    try:
        asked = ask.read(arguments)
        texts.speak(asked.lang)
        return ANSWERS[asked.command](asked)
    except (KitError, WrongUse) as error:
        say(page(f"threadlings: {error}"), error=True)
        return WRONG_USE
    except SystemExit as leaving:  # argparse: the help, or a wrong word
        return int(leaving.code or FINE)
    except KeyboardInterrupt:
        say("threadlings: interrupted", error=True)
        return INTERRUPTED
