"""A table for people: students down, exercises across, sums at the end."""

from __future__ import annotations

from collections.abc import Iterator

from threadlings.books.book import Book, as_csv
from threadlings.books.roster import COLUMNS
from threadlings.marks import cell


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
        scores = []
        for one in book.of(person.student):
            score = one.score if one else None
            row += ["" if score is None else score, one.verdict if one else ""]
            scores.append(score)
        marks = [score for score in scores if score is not None]
        yield [*row, sum(marks), points, len(scores) - len(marks)]
