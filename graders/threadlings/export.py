"""Marks go to other systems: which results, in which form, and what is not a mark."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from threadlings import ask, journal, kit, lesson, marks
from threadlings.ask import Command, Parser
from threadlings.books import FORMATS, Format, autograder, roster
from threadlings.books.book import Book
from threadlings.intake import some
from threadlings.kit import Exercise
from threadlings.marks import Result
from threadlings.screen import WrongUse, count, folded, plain, say


def _fill_export(one: Parser) -> None:
    one.add_argument(
        "marks",
        metavar="MARKS",
        type=Path,
        help="what grade --jsonl has written; of an answer that is in it several "
        "times, the last row counts",
    )
    one.add_argument("out", metavar="OUT", type=Path, help="the file to write")
    one.add_argument(
        "--as",
        dest="format",
        metavar="FORMAT",
        choices=FORMATS,
        required=True,
        help=f"one of {', '.join(FORMATS)}",
    )
    one.add_argument(
        "--roster",
        metavar="FILE",
        type=Path,
        help="a CSV file with the columns student (the folder's name), name, id, "
        "login, email, section, canvas; any of them",
    )
    ask.add_exercise(one)
    one.add_argument("--student", metavar="NAME", help="only this student's")


def _export(asked: argparse.Namespace) -> int:
    """Write the marks down in another form; the exit status."""
    root = ask.root(asked)
    known = journal.read(asked.marks)
    if asked.exercise:
        number = kit.exercise(root, asked.exercise).number
        known = [one for one in known if one.exercise == number]
    if asked.student:
        known = [one for one in known if one.student == asked.student]
    form = FORMATS[asked.format]
    where = plain(str(asked.marks))
    if not known:
        raise WrongUse(f"{where} has no such marks")
    if form.single and len(known) > 1:
        words = f"{asked.format} is about one answer, and {where} has {len(known)}"
        raise WrongUse(f"{words}: say which, with --student and --exercise")
    people = roster.read(asked.roster) if asked.roster else {}
    exercises = {one.number: one for one in kit.exercises(root)}
    titles = {one.number: f"{number} {one.module}" for number, one in exercises.items()}
    results = [_spoken(one, exercises) for one in known]
    book = Book(results, people, titles, os.environ)
    text = form.write(book)
    with marks.fresh(asked.out) as file:
        file.write(text)
    notes = [folded(note) for note in _notes(book, form, asked.roster)]
    if notes:
        say("\n".join(notes), error=True)
    say(f"{plain(str(asked.out))}: {count(len(results), 'answer')}")
    return 1 if notes else 0


def _spoken(one: Result, exercises: dict[str, Exercise]) -> Result:
    """The same, with its promises in the language that is spoken."""
    if one.exercise not in exercises:
        return one
    said = lesson.promises(exercises[one.exercise])
    promises = (
        replace(each, sentence=said.get(each.test, each.sentence))
        for each in one.promises
    )
    return replace(one, promises=tuple(promises))


def _notes(book: Book, form: Format, path: Path | None) -> Iterator[str]:
    """Whom to look at: who has no mark, and who is not known."""
    for one in book.results:
        if one.score is None:
            first = one.findings[0].brief if one.findings else ", ".join(one.flags)
            who = f"{plain(one.student)} {plain(one.exercise)}"
            yield f"no mark: {who} {one.verdict}: {plain(first)}"
    if path:
        where, graded = plain(str(path)), set(book.students)
        strangers = [name for name in book.students if name not in book.people]
        absent = [name for name in book.people if name not in graded]
        yield from _named(f"not in {where}", strangers)
        yield from _named(f"in {where}, and nothing was graded", absent)
    yield from _named(
        "left out, for nobody knows what to call them", form.left_out(book)
    )


def _named(words: str, names: Sequence[str]) -> Iterator[str]:
    if names:
        yield f"{words}: {some(names)}"


# ── Gradescope ───────────────────────────────────────────────────────────────
def _fill_autograder(one: Parser) -> None:
    one.add_argument("exercise", metavar="NN", help="the exercise")
    one.add_argument("out", metavar="OUT", type=Path, help="the folder to make")


def _autograder(asked: argparse.Namespace) -> int:
    """Write what Gradescope needs to grade one exercise."""
    one = kit.exercise(ask.root(asked), asked.exercise)
    archive = autograder.write(one, asked.out)
    say(f"{plain(str(archive))}: upload it as the autograder")
    return 0


COMMANDS = {
    "export": Command("write marks as other systems read them", _export, _fill_export),
    "autograder": Command(
        "make the autograder of Gradescope for one exercise",
        _autograder,
        _fill_autograder,
    ),
}
