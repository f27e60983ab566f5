"""What was handed in: which file is whose, and what in a folder is no answer at all.

What a student's file says is data: nothing here runs any of it.  A class folder is
`<student>/NN/<module>.py`; whatever else lies in it gets a note, so that nothing is
passed over in silence.
"""

from __future__ import annotations

import difflib
import os
import stat
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from threadlings.kit import Exercise, KitError
from threadlings.marks import ERROR, UNGRADED
from threadlings.screen import plain

LARGEST = 1024 * 1024  # bytes; a student's module has some thousands
BESIDE = 16  # modules beside the one that was asked for
LINKED = "the file has another name, too (a hard link): whose is it?"
NOFOLLOW = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
READ = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0) | NOFOLLOW
SHOWN = 6  # names in one sentence


@dataclass(frozen=True)
class HandIn:
    """One student's file for one exercise, or why there is none to judge.

    *verdict* is set when nothing can be judged; *words* say why.
    """

    student: str
    exercise: Exercise
    file: Path
    verdict: str = ""
    words: str = ""
    beside: tuple[Path, ...] = ()  # modules of the student's own that it may import
    flags: tuple[str, ...] = ()  # what looks odd about it


@dataclass(frozen=True)
class Intake:
    """All that is to be graded, and notes on what is passed over."""

    handed_in: tuple[HandIn, ...]
    notes: tuple[str, ...] = ()


# ── files ────────────────────────────────────────────────────────────────────
def from_files(paths: Sequence[Path], exercise: Exercise) -> Intake:
    """Each of *paths* is one student's answer to *exercise*."""
    names = [_student_of(path, exercise) for path in paths]
    handed_in = []
    for path, name in zip(paths, names, strict=True):
        student = name if names.count(name) == 1 else str(path)
        handed_in.append(hand_in(student, exercise, path))
    return Intake(tuple(handed_in))


def _student_of(path: Path, exercise: Exercise) -> str:
    """`ann` of `ann.py`, and of `ann/03/bounded_buffer.py`."""
    if path.stem != exercise.module:
        return path.stem
    folder = path.absolute().parent
    return (folder.parent if folder.name == exercise.number else folder).name


def hand_in(student: str, exercise: Exercise, file: Path) -> HandIn:
    """The file as it is, or what keeps it from being judged."""
    try:
        status = os.lstat(file)
    except FileNotFoundError:
        words = f"Nothing was handed in: looked for {plain(str(file))}{_instead(file)}."
        return HandIn(student, exercise, file, UNGRADED, words)
    except OSError as error:
        words = f"{plain(str(file))} can't be looked at: {error.strerror}."
        return HandIn(student, exercise, file, ERROR, words)
    too_new = exercise.too_new
    if too_new:
        return HandIn(student, exercise, file, UNGRADED, f"{too_new}.")
    fault = _fault(status)
    if fault:
        words = f"{plain(str(file))} {fault}; only plain files are graded."
        return HandIn(student, exercise, file, ERROR, words)
    linked = status.st_nlink > 1  # nobody knows which of the names was the first one
    return HandIn(student, exercise, file, flags=(LINKED,) if linked else ())


def _fault(status: os.stat_result) -> str:
    """What keeps a file from being a submission, or nothing."""
    if stat.S_ISLNK(status.st_mode):
        return "is a symbolic link"
    if stat.S_ISDIR(status.st_mode):
        return "is a folder"
    if not stat.S_ISREG(status.st_mode):
        return "is a device or a pipe"
    if status.st_size > LARGEST:
        return f"has {status.st_size:,} bytes, which is more than {LARGEST:,}"
    return ""


def content(path: Path) -> bytes:
    """What is in a plain file; nothing else is opened, and no link is followed."""
    with open(os.open(path, READ), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError("it is no plain file")
        content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise OSError(f"it has more than {LARGEST:,} bytes")
    return content


def _instead(file: Path) -> str:
    """What is in the folder in which *file* is not."""
    if not file.parent.is_dir():
        return ""
    names = [path.name for path in _inside(file.parent)]
    near = difflib.get_close_matches(file.name, names, 1, 0.5)
    if near:
        return f", and there is {plain(near[0])}"
    return f", and there is only {some(names)}" if names else ", the folder is empty"


# ── a class folder ───────────────────────────────────────────────────────────
def from_class(
    folder: Path, exercises: Sequence[Exercise], numbers: Iterable[str]
) -> Intake:
    """Everything in a class folder for *exercises*; *numbers* are all of the kit's.

    A student gets a row for each exercise that anybody handed in.  Raises KitError
    when nobody handed in anything.
    """
    students, notes = _students(folder)
    for student in students:
        notes += _strange(student, numbers)
    counted = [
        one
        for one in exercises
        if any(os.path.lexists(student / one.number) for student in students)
    ]
    if not counted:
        raise KitError(_empty(folder, students, exercises))
    return Intake(
        tuple(_of_student(student, one) for student in students for one in counted),
        tuple(notes),
    )


def _students(folder: Path) -> tuple[list[Path], list[str]]:
    """The students' folders, and a note for everything else in the class folder."""
    students, notes = [], []
    for path in _inside(folder):
        name = plain(path.name)
        if path.name.startswith("."):
            notes.append(f"{name} is hidden and was passed over.")
        elif path.is_dir():
            students.append(path)
        else:
            notes.append(f"{name} is no student's folder and was passed over.")
    return students, notes


def _strange(student: Path, numbers: Iterable[str]) -> list[str]:
    """A note on what a student handed in that belongs to no exercise."""
    if student.is_symlink():
        return []
    extra = [path.name for path in _inside(student) if path.name not in numbers]
    extra = [name for name in extra if not name.startswith(".")]
    if not extra:
        return []
    where = plain(student.name)
    return [f"{where} has {some(extra)}, which belongs to no exercise."]


def _of_student(student: Path, exercise: Exercise) -> HandIn:
    """What *student* handed in for *exercise*; links on the way there are refused."""
    folder = student / exercise.number
    file = folder / f"{exercise.module}.py"
    for path in (student, folder):
        if path.is_symlink():
            words = (
                f"{plain(str(path))} is a symbolic link; only plain folders are read."
            )
            return HandIn(student.name, exercise, file, ERROR, words)
    return accompanied(hand_in(student.name, exercise, file))


def accompanied(one: HandIn) -> HandIn:
    """*one* with the other modules in its folder, as far as they are plain files."""
    if one.verdict:
        return one
    others = [
        path
        for path in _inside(one.file.parent)
        if path.suffix == ".py" and path != one.file and not _fault(os.lstat(path))
    ]
    return replace(one, beside=tuple(others[:BESIDE]))


def _empty(
    folder: Path, students: Sequence[Path], exercises: Sequence[Exercise]
) -> str:
    """Why a folder is no class folder."""
    example = f"<student>/{exercises[0].number}/{exercises[0].module}.py"
    words = f"{plain(str(folder))} holds no answers; they are looked for at {example}"
    if any(student.name in {one.number for one in exercises} for student in students):
        parent = plain(str(folder.absolute().parent))
        return f"{words} (this is one student's folder? try {parent})"
    return words


def _inside(folder: Path) -> list[Path]:
    """What is in *folder*, by name; nothing if it may not be read."""
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def some(names: Sequence[str]) -> str:
    """The first of *names*, and how many more there are."""
    shown = ", ".join(plain(name) for name in names[:SHOWN])
    more = len(names) - SHOWN
    return f"{shown} and {more} more" if more > 0 else shown
