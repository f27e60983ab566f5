"""Canvas: a CSV file as its gradebook exports it, to be imported there.

The rules are those of Canvas's own importer (GradebookImporter) and exporter:

- The columns of students come first, under these names and in this order.
- A student is looked for by the number that Canvas has given (ID), then by the school's
  (SIS User ID), then by login, then by name.  Of an ID that begins with digits Canvas
  takes the digits, so nothing else may stand there.
- An assignment that Canvas does not know by its title is asked about before anything
  is changed, and so is every student.
- The row "Points Possible" says what a new assignment is worth.
- A blank cell is no score.  It takes away a score that is there; Canvas shows each
  change before it is made.
"""

from __future__ import annotations

from collections.abc import Iterator

from threadlings.books.book import Book, as_csv
from threadlings.marks import cell

STUDENT = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
POINTS = "    Points Possible"  # the blanks are Canvas's own


def write(book: Book) -> str:
    """A column of points for each exercise; blank where there is no mark."""
    return as_csv(_rows(book))


def _rows(book: Book) -> Iterator[list[object]]:
    yield [*STUDENT, *(cell(book.title(number)) for number in book.exercises)]
    points = [book.points(number) for number in book.exercises]
    yield [POINTS, *[""] * (len(STUDENT) - 1), *points]
    for student in book.students:
        person = book.person(student)
        number = person.canvas if person.canvas.isdecimal() else ""
        name = person.name or student
        known = (name, number, person.id, person.login, person.section)
        marks = [one.mark if one else None for one in book.of(student)]
        blank = ["" if mark is None else mark for mark in marks]
        yield [*map(cell, known), *blank]
