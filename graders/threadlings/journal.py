"""The journal of a batch: JSON Lines, a line for every result, added as it is known.

A line is written by one call, so a process that is killed leaves whole lines and at
most one that is broken, the last.  Of the lines for one student and exercise the last
one counts.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from filelock import FileLock, Timeout

from threadlings import marks
from threadlings.marks import Result
from threadlings.screen import WrongUse, plain, say

SYNC = 64  # lines, before they are sure to outlive the machine
BROKEN = (KeyError, TypeError, ValueError, AttributeError, RecursionError)
OPEN = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)

Key = tuple[str, str]  # student and exercise


def read(path: Path) -> list[Result]:
    """What is known of each student's answer to each exercise.

    An answer that was graded again is there once, where it stood first, with what was
    said last.  A last line that is broken is told and passed over.  Raises WrongUse for
    any other line that is no result, and where the file can't be read.
    """
    known: dict[Key, Result] = {}
    try:
        with open(path, "rb") as file:
            for line in lines(file, path):
                if line.result is None:
                    end = "it was not written to its end, and is left out"
                    say(f"{line.fault}: {end}", error=True)
                else:
                    known[key(line.result)] = line.result
    except OSError as error:
        words = f"can't read {plain(str(path))}: {error.strerror}"
        raise WrongUse(words) from None
    return list(known.values())


def key(one: Result) -> Key:
    """Whose result it is, and for which exercise."""
    return one.student, one.exercise


@dataclass(frozen=True)
class Line:
    """One line: where it begins, and what it says, or why it says nothing."""

    start: int
    whole: bool  # it has an end
    result: Result | None
    fault: str = ""


def lines(file: BinaryIO, path: Path) -> Iterator[Line]:
    """The lines of a journal; of those that are broken, the last one may be there.

    Raises WrongUse, which names the line, where another one is broken.
    """
    end, broken = 0, None
    for number, raw in enumerate(file, 1):
        start, end = end, end + len(raw)
        whole = raw.endswith(b"\n")
        if raw.isspace():
            continue
        if broken is not None:
            raise WrongUse(broken.fault)
        try:
            yield Line(start, whole, _result(raw))
        except BROKEN as error:
            words = f"{plain(str(path))}, line {number} is no result ({_why(error)})"
            broken = Line(start, whole, None, words)
    if broken is not None:
        yield broken


def _result(raw: bytes) -> Result:
    one = marks.from_row(json.loads(raw))
    if not all(isinstance(name, str) for name in (one.student, one.exercise, one.file)):
        raise TypeError("a name is no text")
    return one


def _why(error: Exception) -> str:
    """What is missing, or why it can't be read."""
    text = f"no {error}" if isinstance(error, KeyError) else str(error)
    return plain(text.partition("\n")[0])


class Journal:
    """A journal that is written; nobody else can write to it meanwhile.

    With *resume*, it goes on after what is there; else what is there stays beside it,
    as `NAME~`.  Raises WrongUse where somebody writes to it, or it can't be written.
    """

    def __init__(self, path: Path, *, resume: bool = False) -> None:
        self.path = path
        self._places: dict[Key, int] = {}
        self._new = 0
        self._lock = FileLock(f"{path}.lock")
        try:
            os.stat(path.parent)  # the lock would make a folder that is not there
            self._lock.acquire(timeout=0)
        except Timeout:
            words = f"{plain(str(path))} is being written by another run"
            raise WrongUse(f"{words}; wait for it, or name another file") from None
        except OSError as error:
            raise self._refused(error) from None
        try:
            self._open(resume)
        except BaseException:
            self._lock.release()
            raise

    def _open(self, resume: bool) -> None:
        if not resume:
            marks.fresh(self.path).close()
        try:
            self._file = os.open(self.path, OPEN, 0o666)
            with open(self.path, "rb") as file:
                for line in lines(file, self.path):
                    if line.result is None or not line.whole:
                        os.truncate(self.path, line.start)
                    else:
                        self._places[key(line.result)] = line.start
        except OSError as error:
            raise self._refused(error) from None

    def _refused(self, error: OSError) -> WrongUse:
        return WrongUse(f"can't write to {plain(str(self.path))}: {error.strerror}")

    def find(self, student: str, exercise: str) -> Result | None:
        """What it said of a student's exercise when it was opened."""
        place = self._places.get((student, exercise))
        if place is None:
            return None
        with open(self.path, "rb") as file:
            file.seek(place)
            return _result(file.readline())

    def write(self, result: Result) -> None:
        """Add *result*, unless that is what was there, whatever time it took.

        Raises OSError where there is no room for it.
        """
        before = self.find(*key(result))
        if before and replace(before, seconds=result.seconds) == result:
            return
        line = f"{json.dumps(result.row)}\n".encode()
        written = os.write(self._file, line)
        if written != len(line):
            raise OSError(f"there is no room for more in {plain(str(self.path))}")
        self._new += 1
        if self._new % SYNC == 0:
            os.fsync(self._file)

    def __enter__(self) -> Journal:
        return self

    def __exit__(self, *_: object) -> None:
        os.fsync(self._file)
        os.close(self._file)
        self._lock.release()
