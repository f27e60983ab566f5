"""Moodle: a CSV file for its grade import.

The teacher says there which column names the students and which grade item each other
column is for.  The rules are those of its importer (gradeimport_csv_load_data):

- "-" is no grade.  A blank cell of a new grade item would be stored as 0.
- Grades and feedback of an item are to be imported together.
- A row that names nobody counts for the student of the row before it, and a name that
  Moodle does not know breaks the whole import off: such students are left out.
- Feedback is HTML.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from threadlings.books import shown
from threadlings.books.book import Book, as_csv
from threadlings.marks import Result, cell
from threadlings.roster import Person
from threadlings.texts import say

IDENTITIES = {"id": "ID number", "email": "Email address", "login": "Username"}
NOBODY = ("", "0")  # what PHP takes for empty
NO_GRADE = "-"


def write(book: Book) -> str:
    """One column that names the students, and two for each exercise."""
    return as_csv(_rows(book))


def left_out(book: Book) -> list[str]:
    """Who can't be named to Moodle, for nobody says how."""
    named = _named(book)[1]
    return [student for student in book.students if student not in named]


def _rows(book: Book) -> Iterator[list[object]]:
    heading, named = _named(book)
    titles = [book.title(number) for number in book.exercises]
    across = [name for title in titles for name in (title, f"{title} (Feedback)")]
    yield [heading, *map(cell, across)]
    for student, name in named.items():
        row: list[object] = [cell(name)]
        for one in book.of(student):
            mark = one.mark if one else None
            row += [NO_GRADE if mark is None else mark, cell(_feedback(one))]
        yield row


def _named(book: Book) -> tuple[str, dict[str, str]]:
    """What Moodle calls the students: by the identity that most of them have."""
    if book.people:
        people = [book.people[name] for name in book.students if name in book.people]
    else:
        people = [Person(student, login=student) for student in book.students]
    best = max(IDENTITIES, key=lambda name: sum(_has(one, name) for one in people))
    named = {one.student: getattr(one, best) for one in people if _has(one, best)}
    return IDENTITIES[best], named


def _has(person: Person, name: str) -> bool:
    return getattr(person, name).strip() not in NOBODY


def _feedback(result: Result | None) -> str:
    """What the student reads beside the grade."""
    if result is None:
        return ""
    if result.score is None:
        return escape(say("books", result.verdict), quote=False)
    kept = sum(one.kept is True for one in result.promises)
    number = len(result.promises)
    texts = [say("tried", f"some_{number}", "some", kept=kept, number=number)]
    texts += filter(None, [shown.late(result)])
    tests = {one.test for one in result.promises if not one.hidden}
    texts += [one.brief for one in result.findings if one.test in tests]
    return "<br>".join(escape(text, quote=False) for text in texts)
