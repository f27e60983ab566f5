"""What is graded once: the content of an answer, whoever and how many handed it in.

A case is graded in a scratch folder, under the name of the exercise's module, so what
is said of it names nobody's file; `own` puts in whose it is.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import count
from pathlib import Path

from threadlings import grade, intake, marks
from threadlings.child import Child
from threadlings.intake import HandIn
from threadlings.kit import Exercise
from threadlings.marks import Result
from threadlings.supervise import Start


@dataclass(frozen=True)
class Case:
    """An answer to *exercise*: the content of its module, then of those beside it."""

    exercise: Exercise
    files: tuple[tuple[str, bytes], ...]

    @property
    def name(self) -> str:
        """The file's name; students' files may be called otherwise."""
        return f"{self.exercise.module}.py"

    @cached_property
    def content(self) -> str:
        """The SHA-256 of the module; with others beside it, of the hashes of all."""
        each = [hashlib.sha256(content).hexdigest() for _, content in self.files]
        if len(each) == 1:
            return each[0]
        names = [name for name, _ in self.files]
        return hashlib.sha256("\n".join([*names, *each]).encode()).hexdigest()

    @property
    def key(self) -> str:
        """What is the same for all that need to be graded only once."""
        return f"{self.exercise.number}-{self.content}"


Engine = Callable[[Iterable[Case]], Iterator[Result]]
"""Grades cases, as they are asked for; the student of a result is the case's key."""


# ── from what was handed in, and back ────────────────────────────────────────
def of(one: HandIn) -> Case:
    """The content of a file as it is now.  Raises OSError where it can't be read."""
    files = [(f"{one.exercise.module}.py", intake.content(one.file))]
    files += [(path.name, intake.content(path)) for path in one.beside]
    return Case(one.exercise, tuple(files))


def own(result: Result, one: HandIn) -> Result:
    """The same result as that of *one*, who handed in the same."""
    before = grade.again(one.exercise, Path(result.file))
    renamed = _replaced(result, before, grade.again(one.exercise, one.file))
    own = replace(renamed, student=one.student, file=str(one.file))
    return marks.flagged(own, one.flags)


def _replaced(result: Result, before: str, after: str) -> Result:
    findings = [
        replace(one, message=one.message.replace(before, after))
        for one in result.findings
    ]
    flags = tuple(one.replace(before, after) for one in result.flags)
    return replace(result, findings=tuple(findings), flags=flags)


# ── grading on this machine ──────────────────────────────────────────────────
def graded(
    cases: Iterable[Case], *, together: int, patience: float, start: Start = Child
) -> Iterator[Result]:
    """A result for each of *cases*, as they are known; see `Engine`.

    There are never more of them in memory, and in the scratch folder, than are graded
    at the time.
    """
    with tempfile.TemporaryDirectory(
        prefix="threadlings-", ignore_cleanup_errors=True
    ) as room:
        folders = (Path(room, str(number)) for number in count())
        handed_in = map(_laid_out, cases, folders)
        for result in grade.grade(
            handed_in, together=together, patience=patience, start=start
        ):
            file = Path(result.file)
            shutil.rmtree(file.parent, ignore_errors=True)
            yield _neutral(result, file)


def _laid_out(case: Case, folder: Path) -> HandIn:
    folder.mkdir()
    for name, content in case.files:
        (folder / name).write_bytes(content)
    file, *beside = (folder / name for name, _ in case.files)
    return HandIn(case.key, case.exercise, file, beside=tuple(beside))


def _neutral(result: Result, file: Path) -> Result:
    """*result* without the scratch folder, which is another one each time."""
    said = replace(result, file=file.name)
    for before, after in (
        (grade.quoted(file), grade.quoted(Path(file.name))),
        (f"{file.parent}{os.sep}", ""),
    ):
        said = _replaced(said, before, after)
    return said
