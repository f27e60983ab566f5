"""The roster: who is in the class, as far as marks alone do not say it.

A CSV file with a heading, a row for each student.  `student` is the name of the folder
that the student hands in; `language` may be empty, and other columns are not read.
"""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from threadlings.screen import WrongUse, plain
from threadlings.texts import LANGUAGES

STUDENT, LANGUAGE = "student", "language"


def languages(path: Path) -> dict[str, str]:
    """The language of each student who has one, by the `key` of the name.

    Raises WrongUse, with the line that can't be read.
    """
    return {key(row[STUDENT]): row[LANGUAGE] for row in _rows(path) if row[LANGUAGE]}


def key(student: str) -> str:
    """What one name has in common however it is encoded: macOS takes Hangul apart."""
    return unicodedata.normalize("NFC", student.strip())


def _rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows, checked; a column that is not there is empty."""
    name = plain(str(path))
    try:
        with open(path, encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, restval="")
            reader.fieldnames = [one.strip() for one in reader.fieldnames or ()]
            if STUDENT not in reader.fieldnames:
                raise WrongUse(f"{name} has no column {STUDENT!r} in its first line")
            for row in reader:
                language = row.get(LANGUAGE, "").strip().lower()
                if language not in ("", *LANGUAGES):
                    raise WrongUse(
                        f"{name}, line {reader.line_num}: there is no language "
                        f"{plain(language)!r}; there are {', '.join(LANGUAGES)}"
                    )
                yield {STUDENT: row[STUDENT], LANGUAGE: language}
    except OSError as error:
        raise WrongUse(f"can't read {name}: {error.strerror}") from None
    except (UnicodeDecodeError, csv.Error) as error:
        raise WrongUse(f"{name} is no CSV file in UTF-8: {error}") from None
