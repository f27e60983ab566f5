"""The roster: what a school's systems call the students."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path

from threadlings.screen import WrongUse, plain

SEPARATORS = ",;\t"  # a spreadsheet program takes the one that its language has left
WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
KEYS = ("student", "login", "id", "email")  # what a folder may be named after
UNIQUE = (*KEYS, "canvas")  # what nobody shares with anybody


@dataclass(frozen=True)
class Person:
    """A student: the name of the folder, and what other systems know."""

    student: str
    name: str = ""
    id: str = ""  # the school's own number
    login: str = ""
    email: str = ""
    section: str = ""
    canvas: str = ""  # the number that Canvas itself has given


COLUMNS = tuple(one.name for one in fields(Person))


def read(path: Path) -> dict[str, Person]:
    """Everybody in the roster at *path*, by the names of their folders.

    It is a CSV file, with a heading that has some of the COLUMNS, as any spreadsheet
    program writes it; other columns are passed over.  Where no column is called
    student, the first that is there of the KEYS says what a folder is named after.
    Raises WrongUse.
    """
    where = plain(str(path))
    rows = _rows(_text(path, where), where)
    heading = [cell.casefold() for cell in next(rows, (0, []))[1]]
    key = next((name for name in KEYS if name in heading), None)
    if key is None:
        raise WrongUse(f"{where} has no column {', '.join(KEYS[:-1])} or {KEYS[-1]}")
    people: dict[str, Person] = {}
    seen: dict[tuple[str, str], int] = {}
    for number, row in rows:
        cells = dict(zip(heading, row, strict=False))
        cells["student"] = cells.get(key, "")
        for name in UNIQUE:
            value = cells.get(name)
            if value and seen.setdefault((name, value), number) != number:
                words = f"{where}, line {number}: the {name} {plain(value)} is in line"
                raise WrongUse(f"{words} {seen[name, value]}, too")
        if cells["student"]:
            known = {name: cells.get(name, "") for name in COLUMNS}
            people[known["student"]] = Person(**known)
    return people


def _rows(text: str, where: str) -> Iterator[tuple[int, list[str]]]:
    """The lines with anything in them, and their numbers."""
    heading = text.lstrip().partition("\n")[0]
    separator = max(SEPARATORS, key=heading.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        for row in reader:
            cells = [cell.strip() for cell in row]
            if any(cells):
                yield reader.line_num, cells
    except csv.Error as error:
        raise WrongUse(f"{where}, line {reader.line_num}: {error}") from None


def _text(path: Path, where: str) -> str:
    try:
        data = path.read_bytes()
        return data.decode("utf-16" if data.startswith(WIDE) else "utf-8-sig")
    except OSError as error:
        raise WrongUse(f"can't read {where}: {error.strerror}") from None
    except UnicodeError:
        words = f'{where} is not in UTF-8: save it as "CSV UTF-8"'
        raise WrongUse(words) from None
