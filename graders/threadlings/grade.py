"""Grade what was handed in: every submission in a process of its own, none lost."""

from __future__ import annotations

import secrets
import shlex
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from rich import box
from rich.table import Table
from rich.text import Text

from threadlings import judge, marks
from threadlings.child import Child
from threadlings.intake import HandIn
from threadlings.kit import Exercise, Promise
from threadlings.marks import Found, Report, Result
from threadlings.screen import count, folded, plain
from threadlings.supervise import Start, supervise

ABREAST = 5  # exercises in one table: more do not fit into 88 columns
COLOURS = {
    "pass": "green",
    "fail": "red",
    "review": "magenta",
    "error": "yellow",
    "ungraded": "yellow",
}


def job(
    number: str, exercise: Exercise, file: Path, beside: Iterable[Path] = ()
) -> Report:
    """What the supervisor is asked to do with one file, and those *beside* it."""
    return {
        "id": number,
        "grader": str(exercise.grader),
        "submission": str(file.absolute()),
        "tests": None,
        "order": None,
        "again": again(exercise, file),
        "watched": True,
        "beside": [path.name for path in beside],
    }


def again(exercise: Exercise, file: Path) -> str:
    """The command that shows the result of *file* in full."""
    return f"threadlings show {quoted(file)} --exercise {exercise.number}"


def quoted(file: Path) -> str:
    """A path as a shell reads it."""
    return shlex.quote(str(file))


def grade(
    handed_in: Iterable[HandIn],
    *,
    together: int,
    patience: float,
    start: Start = Child,
) -> Iterator[Result]:
    """A result for each of *handed_in*, as they are known; see `fence` for *start*.

    They are asked for one by one, when there is room for another one.  When the
    supervisor itself fails, what is not known yet is ungraded.
    """
    source = iter(handed_in)
    desk = _Desk()
    failure = ""
    try:
        jobs = desk.jobs(source)
        for report in supervise(
            jobs, patience=patience, together=together, alone=True, start=start
        ):
            desk.hear(report)
            yield from desk.known()
    except Exception as error:  # whatever it is, no row is lost
        failure = f" ({type(error).__name__}: {error})"
    yield from desk.known()
    deque(desk.jobs(source), maxlen=0)
    for one, reports in desk.waiting.values():
        yield _unfinished(_judged(one, reports), failure)
    yield from desk.known()


class _Desk:
    """What has been asked for, and as far as it is known, what came of it."""

    def __init__(self) -> None:
        self.waiting: dict[str, tuple[HandIn, list[Report]]] = {}
        self._known: list[Result] = []

    def jobs(self, source: Iterable[HandIn]) -> Iterator[Report]:
        """A job for each of *source* that can be judged."""
        for one in source:
            if one.verdict:
                self._known.append(unjudged(one))
            else:
                number = secrets.token_hex(8)  # nobody guesses it
                self.waiting[number] = one, []
                yield job(number, one.exercise, one.file, one.beside)

    def hear(self, report: Report) -> None:
        """Keep a report, until there are all of a job."""
        number = report["job"]
        self.waiting[number][1].append(report)
        if "end" in report:
            self._known.append(_judged(*self.waiting.pop(number)))

    def known(self) -> Iterator[Result]:
        """What has become known since it was asked for."""
        while self._known:
            yield self._known.pop(0)


def unjudged(one: HandIn) -> Result:
    """The result of what can't be judged, with the reason that it has."""
    found = (Found(marks.GAVE_UP, "", one.words),)
    nothing = marks.result(*_facts(one), [])
    return replace(nothing, verdict=one.verdict, findings=found)


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
    students = count(len({one.student for one in results}), "student")
    counts = Counter(one.verdict for one in results)
    return f"{students}, {count(len(results), 'answer')}: {counted(counts)}"


def counted(counts: Mapping[str, int]) -> str:
    """The verdicts that there are, and how many of each."""
    found = [verdict for verdict in marks.VERDICTS if counts.get(verdict)]
    return ", ".join(f"{counts[verdict]:,} {verdict}" for verdict in found)


def reasons(results: Iterable[Result]) -> Iterator[str]:
    """A line for each result that is no mark: what happened."""
    for one in in_order(results):
        if one.verdict not in (marks.PASS, marks.FAIL):
            last = one.findings[-1].brief if one.findings else "; ".join(one.flags)
            text = f"{plain(one.student)} {one.exercise} {one.verdict}: {plain(last)}"
            yield folded(text)
