"""Exports: what a grading has found, in the form that other systems read."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from threadlings.books import canvas, classroom, gradescope, junit, moodle, rows, table
from threadlings.books.book import Book


def nobody(book: Book) -> list[str]:
    """Whom most formats leave out."""
    return []


class Format(NamedTuple):
    """Who writes it, whom it leaves out, and whether it is about a *single* answer."""

    write: Callable[[Book], str]
    left_out: Callable[[Book], list[str]] = nobody
    single: bool = False


FORMATS = {
    "csv": Format(table.write),
    "canvas": Format(canvas.write),
    "moodle": Format(moodle.write, moodle.left_out),
    "jsonl": Format(rows.write),
    "junit": Format(junit.write),
    "gradescope": Format(gradescope.write, single=True),
    "classroom50": Format(classroom.write, single=True),
}
