"""A new exercise of the kit: all its files, with words on what belongs where."""

from __future__ import annotations

import keyword
import re
import sys
from pathlib import Path

from threadlings import forms, kit
from threadlings.kit import Exercise
from threadlings.screen import WrongUse, plain, say

NUMBER = re.compile(r"[0-9][0-9]")
MODULE = re.compile(r"[a-z]+(_?[a-z0-9]+)*")
NEXT = """\
Fill in all that stands between << and >>, and {check} tells what is left:
  exercises/{number}/   what the student reads, in both languages, and begins with
  solutions/{number}/   the same text but for the repair
  graders/{number}/     its promises, which are "Done when" letter for letter
  tests/answers/{number}/right and wrong: known answers, written by somebody else
Then give it a row in exercises/README.md and README.ko.md."""


def planned(root: Path, number: str, module: str) -> Exercise:
    """The exercise that is to be made.  Raises WrongUse where it can't be."""
    if root == kit.DATA:
        raise WrongUse("exercises are written in a kit's own folder; say --kit DIR")
    if not NUMBER.fullmatch(number):
        raise WrongUse(f"{number!r} is no number of an exercise: write 03, or 50")
    if not MODULE.fullmatch(module) or keyword.iskeyword(module):
        raise WrongUse(f"{module!r} is no name of a module: write bounded_buffer")
    if module in sys.stdlib_module_names:
        raise WrongUse(f"{module} is a module of Python itself; take another name")
    one = Exercise(root, number, module)
    for other in kit.exercises(root):
        if module == other.module:
            raise WrongUse(f"{other.number} is called {module}; take another name")
    for path in (one.folder, one.solution.parent, one.grader.parent, one.answers):
        if path.exists():
            where = plain(path.relative_to(root).as_posix())
            raise WrongUse(f"{number} is taken: {where} is there")
    return one


def files(one: Exercise) -> dict[Path, str]:
    """The form that each file of *one* begins with."""
    return {
        one.stub: "stub.txt",
        one.folder / "README.md": "README.md",
        one.folder / "README.ko.md": "README.ko.md",
        one.solution: "solution.txt",
        one.grader: "grader.txt",
        one.grader.with_name("think.json"): "think.json",
        one.grader.with_name("reasons.json"): "reasons.json",
    }


def run(root: Path, number: str, module: str) -> int:
    """Make the exercise *number*, and say what its author has to do; the status."""
    one = planned(root, number, module)
    for folder in ("right", "wrong"):
        (one.answers / folder).mkdir(parents=True)
    for file, form in files(one).items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(forms.fill(f"new/{form}", one), "utf-8")
        say(file.relative_to(root).as_posix())
    say(NEXT.format(number=number, check=f"`threadlings check {number}`"))
    return 0
