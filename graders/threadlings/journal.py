"""Read the marks that a grading has written: the last word on every answer."""

from __future__ import annotations

import json
from pathlib import Path

from threadlings.marks import Result, from_row
from threadlings.screen import WrongUse, plain, say

BROKEN = (KeyError, TypeError, ValueError, RecursionError)


def read(path: Path) -> list[Result]:
    """What is known of each student's answer to each exercise.

    *path* is a file of JSON Lines as `threadlings grade --jsonl` writes it.  An answer
    that was graded again is there once, where it stood first, with what was said last.
    A last line that is broken is what a killed process leaves behind: it is told and
    passed over.  Raises WrongUse for any other line that is no result.
    """
    known: dict[tuple[str, str], Result] = {}
    lines = [
        (number, line)
        for number, line in enumerate(_bytes(path).split(b"\n"), 1)
        if line.strip()
    ]
    for number, line in lines:
        try:
            one = _result(line)
        except BROKEN as error:
            words = f"{plain(str(path))}, line {number} is no result ({_why(error)})"
            if number != lines[-1][0]:
                raise WrongUse(words) from None
            say(f"{words}: it was not written to its end, and is left out", error=True)
        else:
            known[one.student, one.exercise] = one
    return list(known.values())


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        words = f"can't read {plain(str(path))}: {error.strerror}"
        raise WrongUse(words) from None


def _result(line: bytes) -> Result:
    one = from_row(json.loads(line))
    if not all(isinstance(name, str) for name in (one.student, one.exercise, one.file)):
        raise TypeError("a name is no text")
    return one


def _why(error: Exception) -> str:
    """What is missing, or why it can't be read."""
    text = f"no {error}" if isinstance(error, KeyError) else str(error)
    return plain(text.partition("\n")[0])
