"""What can be seen of an exercise without running it: its files and its README."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from threadlings.kit import Exercise

RIGHT, WRONG = 4, 10  # known answers that an exercise needs at least
HINTS = 3
KEPT = "__pycache__"


def problems(exercise: Exercise) -> Iterator[str]:
    """What is wrong with the files of *exercise*, a sentence each."""
    yield from missing(exercise)
    yield from strange(exercise)
    yield from few(exercise)
    readme = exercise.folder / "README.md"
    if readme.is_file():
        for text in readme_problems(exercise, readme.read_text("utf-8")):
            yield f"exercises/{exercise.number}/README.md {text}"


def missing(exercise: Exercise) -> Iterator[str]:
    """The files that every exercise has."""
    readme = exercise.folder / "README.md"
    for file in (readme, exercise.stub, exercise.solution, exercise.grader):
        if not file.is_file():
            yield f"{_from_root(exercise, file)} is missing"


def strange(exercise: Exercise) -> Iterator[str]:
    """Files that nobody expects where they are."""
    wanted = {
        exercise.folder: {"README.md", "README.ko.md", exercise.stub.name},
        exercise.solution.parent: {exercise.solution.name},
        exercise.grader.parent: {exercise.grader.name},
        exercise.answers: {"right", "wrong"},
    }
    for folder, names in wanted.items():
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            if path.name not in (*names, KEPT):
                yield f"{_from_root(exercise, path)} is not expected there"
    for folder in (exercise.answers / "right", exercise.answers / "wrong"):
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            if path.suffix != ".py" and path.name != KEPT:
                yield f"{_from_root(exercise, path)} is no answer"


def loose(root: Path, exercises: Iterable[Exercise]) -> Iterator[str]:
    """Folders with a number that belong to none of *exercises*."""
    numbers = {one.number for one in exercises}
    for top in ("exercises", "solutions", "tests/answers"):
        for folder in sorted((root / top).glob("[0-9][0-9]")):
            if folder.name not in numbers:
                yield f"{top}/{folder.name} belongs to no grader"


def few(exercise: Exercise) -> Iterator[str]:
    """Whether there are enough known answers."""
    for name, least in (("right", RIGHT), ("wrong", WRONG)):
        count = len(list((exercise.answers / name).glob("*.py")))
        if count < least:
            folder = _from_root(exercise, exercise.answers / name)
            yield f"{folder} has {count} answers; at least {least} are needed"


def readme_problems(exercise: Exercise, text: str) -> Iterator[str]:
    """What a README of *exercise* with this *text* lacks."""
    yield from _promises(exercise, text)
    if not exercise.idea:
        yield "has no paragraph that begins with **Idea.**"
    hints = re.findall(r"^(\d+)\. ", section(text, "If you are stuck"), re.MULTILINE)
    if hints != [str(number) for number in range(1, HINTS + 1)]:
        yield f"has {len(hints)} hints; there are always {HINTS}"
    if not re.search(r"^Not here: \S", text, re.MULTILINE):
        yield 'has no paragraph that begins with "Not here: "'


def _promises(exercise: Exercise, text: str) -> Iterator[str]:
    """Whether "Done when" is what the grader promises, letter for letter."""
    promised = list(exercise.promises.values())
    said = bullets(section(text, "Done when"))
    for sentence in promised:
        if sentence not in said:
            yield f'lacks under "Done when": {sentence}'
    for sentence in said:
        if sentence not in promised:
            yield f"promises what no test does: {sentence}"
    if sorted(said) == sorted(promised) and said != promised:
        yield 'has "Done when" in another order than the grader'


def section(text: str, heading: str) -> str:
    """The part of *text* under a heading of the second level."""
    _, _, after = text.partition(f"\n## {heading}\n")
    return after.partition("\n## ")[0]


def bullets(text: str) -> list[str]:
    """The items of the list in *text*, each on one line."""
    items = re.split(r"^- ", text, flags=re.MULTILINE)[1:]
    return [" ".join(item.partition("\n\n")[0].split()) for item in items]


def _from_root(exercise: Exercise, path: Path) -> str:
    return path.relative_to(exercise.root).as_posix()
