"""Grade what was handed in: every submission in a process of its own, none lost."""

from __future__ import annotations

import secrets
import shlex
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from rich import box
from rich.table import Table
from rich.text import Text

from threadlings import judge, marks
from threadlings.intake import HandIn, Intake
from threadlings.kit import Exercise, Promise
from threadlings.marks import Found, Report, Result
from threadlings.screen import console, count, folded, plain, progress, say
from threadlings.supervise import supervise

ABREAST = 5  # exercises in one table: more do not fit into 88 columns
COLOURS = {
    "pass": "green",
    "fail": "red",
    "review": "magenta",
    "error": "yellow",
    "ungraded": "yellow",
}


def job(number: str, exercise: Exercise, file: Path) -> Report:
    """What the supervisor is asked to do with one file."""
    return {
        "id": number,
        "grader": str(exercise.grader),
        "submission": str(file.absolute()),
        "tests": None,
        "order": None,
        "again": again(exercise, file),
        "watched": True,
    }


def again(exercise: Exercise, file: Path) -> str:
    """The command that shows the result of *file* in full."""
    return f"threadlings show {shlex.quote(str(file))} --exercise {exercise.number}"


def grade(
    handed_in: Sequence[HandIn], *, together: int, patience: float
) -> Iterator[Result]:
    """A result for each of *handed_in*, as they are known.

    When the supervisor itself fails, what is not known yet is ungraded.
    """
    waiting: dict[str, HandIn] = {}
    for one in handed_in:
        if one.verdict:
            yield _unjudged(one)
        else:
            waiting[secrets.token_hex(8)] = one  # nobody guesses it
    jobs = [job(number, one.exercise, one.file) for number, one in waiting.items()]
    heard: dict[str, list[Report]] = {number: [] for number in waiting}
    failure = ""
    try:
        for report in supervise(jobs, patience=patience, together=together, alone=True):
            number = report["job"]
            heard[number].append(report)
            if "end" in report:
                yield _judged(waiting.pop(number), heard.pop(number))
    except Exception as error:  # whatever it is, no row is lost
        failure = f" ({type(error).__name__}: {error})"
    for number, one in waiting.items():
        yield _unfinished(_judged(one, heard[number]), failure)


def _unjudged(one: HandIn) -> Result:
    found = (Found(marks.GAVE_UP, "", one.words),)
    unjudged = marks.result(*_facts(one), [])
    return replace(unjudged, verdict=one.verdict, findings=found)


def _judged(one: HandIn, reports: list[Report]) -> Result:
    return marks.result(*_facts(one), [*judge.judged(reports, one.exercise.due)])


def _facts(one: HandIn) -> tuple[str, str, str, Sequence[Promise]]:
    """Whose it is, what it answers, where it is, and what is promised."""
    return one.student, one.exercise.number, str(one.file), one.exercise.terms


def _unfinished(result: Result, failure: str) -> Result:
    *found, last = result.findings
    last = replace(last, message=f"{last.message}{failure}")
    return replace(result, findings=(*found, last))


# ── the table ────────────────────────────────────────────────────────────────
def in_order(results: Iterable[Result]) -> list[Result]:
    """By student, then by exercise."""
    return sorted(results, key=lambda one: (one.student, one.exercise, one.file))


def tables(results: Sequence[Result]) -> Iterator[Table]:
    """Students down, exercises across, a few at a time."""
    numbers = sorted({one.exercise for one in results})
    students = list(dict.fromkeys(one.student for one in in_order(results)))
    cells = {(one.student, one.exercise): one for one in results}
    for start in range(0, len(numbers), ABREAST):
        few = numbers[start : start + ABREAST]
        table = Table("student", *few, box=box.SIMPLE_HEAD, pad_edge=False)
        for student in students:
            row = (cells.get((student, number)) for number in few)
            table.add_row(Text(plain(student)), *map(_cell, row))
        yield table


def _cell(one: Result | None) -> Text:
    if one is None:
        return Text("")
    return Text(f"{one.verdict} {one.kind}".strip(), COLOURS[one.verdict])


def summary(results: Sequence[Result]) -> str:
    """How many there are of each verdict."""
    counts = Counter(one.verdict for one in results)
    parts = [f"{counts[verdict]} {verdict}" for verdict in marks.VERDICTS]
    said = ", ".join(part for part in parts if not part.startswith("0 "))
    students = count(len({one.student for one in results}), "student")
    return f"{students}, {count(len(results), 'answer')}: {said}"


def reasons(results: Iterable[Result]) -> Iterator[str]:
    """A line for each result that is no mark: what happened."""
    for one in in_order(results):
        if one.verdict not in (marks.PASS, marks.FAIL):
            last = one.findings[-1].brief
            text = f"{plain(one.student)} {one.exercise} {one.verdict}: {plain(last)}"
            yield folded(text)


# ── the command ──────────────────────────────────────────────────────────────
def run(
    intake: Intake,
    *,
    together: int,
    patience: float,
    jsonl: Path | None = None,
    table: Path | None = None,
) -> int:
    """Grade *intake*, write the files, print the table; the exit status."""
    results: list[Result] = []
    with ExitStack() as stack:
        lines = stack.enter_context(marks.Lines(jsonl)) if jsonl else None
        sheet = stack.enter_context(marks.fresh(table)) if table else None
        bar = stack.enter_context(progress("grading", len(intake.handed_in)))
        try:
            for one in grade(intake.handed_in, together=together, patience=patience):
                results.append(one)
                bar.advance(bar.task_ids[0])
                if lines:
                    lines.write(one)
        finally:
            if sheet:
                marks.write_csv(sheet, in_order(results))
    screen = console()
    for part in tables(results):
        screen.print(part)
    for text in (*reasons(results), *map(folded, intake.notes)):
        say(text)
    say(summary(results))
    return 0 if all(one.verdict == marks.PASS for one in results) else 1
