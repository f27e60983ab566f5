"""A table for people: students down, exercises across, sums at the end."""

from __future__ import annotations

from collections.abc import Iterator

from threadlings.books.book import Book, as_csv
from threadlings.marks import cell
from threadlings.roster import COLUMNS


def write(book: Book) -> str:
    """The points and the verdict of every student in every exercise, as CSV.

    What is no mark has no points, and the last column counts how many of them are
    missing from the total.
    """
    return as_csv([cell(value) for value in row] for row in _rows(book))


def _rows(book: Book) -> Iterator[list[object]]:
    people = [book.person(student) for student in book.students]
    known = [
        name
        for name in COLUMNS
        if name == "student" or any(getattr(person, name) for person in people)
    ]
    titles = [book.title(number) for number in book.exercises]
    across = [name for title in titles for name in (title, f"{title} verdict")]
    yield [*known, *across, "total", "points", "unmarked"]
    points = sum(map(book.points, book.exercises))
    for person in people:
        row: list[object] = [getattr(person, name) for name in known]
        each = []
        for one in book.of(person.student):
            mark = one.mark if one else None
            row += ["" if mark is None else mark, one.verdict if one else ""]
            each.append(mark)
        marks = [mark for mark in each if mark is not None]
        yield [*row, sum(marks), points, len(each) - len(marks)]
