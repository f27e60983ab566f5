"""What was graded, read back: the last row of each student and exercise."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

from threadlings import marks
from threadlings.marks import UNGRADED, Result
from threadlings.screen import WrongUse, plain

BLANK = Result("", "", "", UNGRADED).row  # what a row says that says nothing
NEEDED = ("student", "exercise", "verdict")
UNKNOWN = "not recorded"


class Row(NamedTuple):
    """A result, and what kept its submission from harming others."""

    result: Result
    isolation: str


def read(path: Path) -> list[Row]:
    """The rows of a file of JSON Lines, by student, then by exercise.

    Of several rows for the same student and exercise the last one counts.  Raises
    WrongUse, with the line that is no row.
    """
    name = plain(str(path))
    try:
        lines = path.read_text("utf-8").splitlines()
    except OSError as error:
        raise WrongUse(f"can't read {name}: {error.strerror}") from None
    except UnicodeDecodeError:
        raise WrongUse(f"{name} is no file of JSON Lines: it is not UTF-8") from None
    found = {}
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                row = _row(json.loads(line))
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                words = plain(f"{type(error).__name__}: {error}")
                raise WrongUse(
                    f"{name}, line {number} is no row of marks ({words})"
                ) from None
            found[row.result.student, row.result.exercise] = row
    if not found:
        raise WrongUse(f"{name} holds no rows; `threadlings grade --jsonl` writes them")
    return [found[key] for key in sorted(found)]


def _row(told: dict[str, Any]) -> Row:
    """What one line says; of what it does not say, the least is taken to be."""
    for key in NEEDED:
        if not isinstance(told[key], str):
            raise TypeError(f"{key} is no text")
    result = marks.from_row({**BLANK, **told})
    return Row(result, plain(str(told.get("isolation") or UNKNOWN)))
