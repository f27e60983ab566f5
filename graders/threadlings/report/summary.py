"""What a class has done, counted: for each exercise, each promise and each mistake."""

from __future__ import annotations

import shlex
import statistics
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from threadlings import grade, lesson, marks
from threadlings.events import read_order
from threadlings.kit import Exercise
from threadlings.marks import Found, Judged, Result


class Spread(NamedTuple):
    """Points, from the worst to the best; a quarter each lies between two of them."""

    least: float
    lower: float
    median: float
    upper: float
    most: float


def spread(scores: Sequence[int]) -> Spread | None:
    """How *scores* are spread, or None where there are none."""
    if not scores:
        return None
    some = scores if len(scores) > 1 else [*scores, *scores]
    lower, median, upper = statistics.quantiles(some, n=4, method="inclusive")
    return Spread(min(scores), lower, median, upper, max(scores))


class Example(NamedTuple):
    """The shortest order of the most frequent kind, whose it is, and how to see it."""

    student: str
    order: str
    command: str


@dataclass(frozen=True)
class Mistake:
    """A promise that was broken, by how many, in which ways."""

    promise: Judged
    broken: int
    judged: int
    kinds: list[tuple[str, int]]
    example: Example | None


@dataclass(frozen=True)
class Summary:
    """One exercise: what became of it, and what to talk about."""

    exercise: Exercise
    title: str
    verdicts: dict[str, int]
    points: int
    spread: Spread | None
    mistakes: list[Mistake]
    kept: int  # promises that nobody has broken


def summary(exercise: Exercise, results: Sequence[Result]) -> Summary:
    """What *results*, all for *exercise*, come to."""
    counts = Counter(one.verdict for one in results)
    mistakes = list(_mistakes(exercise, results))
    promises = {one.test for result in results for one in result.promises}
    return Summary(
        exercise,
        lesson.title(exercise),
        {verdict: counts[verdict] for verdict in marks.VERDICTS},
        max(one.points for one in results),
        spread([one.score for one in results if one.score is not None]),
        sorted(mistakes, key=lambda one: -one.broken),
        len(promises) - len(mistakes),
    )


def _mistakes(exercise: Exercise, results: Sequence[Result]) -> Iterator[Mistake]:
    """The promises that somebody has broken, in the order of the grader."""
    judged = [(one, result) for result in results for one in result.promises]
    for test in dict.fromkeys(one.test for one, _ in judged):
        own = [(one, result) for one, result in judged if one.test == test]
        broke = [result for one, result in own if one.kept is False]
        if broke:
            found = [(_found(result, test), result) for result in broke]
            kinds = Counter(one.kind for one, _ in found)
            known = sum(one.kept is not None for one, _ in own)
            often = kinds.most_common()
            typical = [pair for pair in found if pair[0].kind == often[0][0]]
            example = _shortest(exercise, typical)
            yield Mistake(own[0][0], len(broke), known, often, example)


def _found(result: Result, test: str) -> Found:
    """The finding of a promise that is broken."""
    every = (one for one in result.findings if one.test == test)
    return next(every, Found("", test, ""))


def _shortest(
    exercise: Exercise, found: Iterable[tuple[Found, Result]]
) -> Example | None:
    """Of the findings that can be replayed, the one that is told soonest."""
    replayed = [(one, result) for one, result in found if one.order]
    if not replayed:
        return None
    one, result = min(replayed, key=lambda pair: (*_length(pair[0]), pair[1].student))
    again = grade.again(exercise, Path(result.file))
    words = ["-k", one.test.removeprefix("test_"), "--order", one.order]
    return Example(result.student, one.order, f"{again} {shlex.join(words)}")


def _length(found: Found) -> tuple[int, int]:
    """Forced turns first, then lines."""
    try:
        turns = len(read_order(found.order))
    except ValueError:  # whatever a row says, it is only a row
        turns = len(found.order)
    return turns, found.message.count("\n")


class Kind(NamedTuple):
    """A kind of finding: how often it was found, by how many students, and where."""

    kind: str
    findings: int
    students: int
    exercises: list[tuple[str, int]]


def kinds(results: Sequence[Result]) -> list[Kind]:
    """All kinds of findings about a promise, the most frequent first."""
    met = [
        (one.kind, result) for result in results for one in result.findings if one.test
    ]
    counts = Counter(kind for kind, _ in met)
    found = []
    for kind, number in counts.most_common():
        own = [result for one, result in met if one == kind]
        where = Counter(result.exercise for result in own)
        students = len({result.student for result in own})
        found.append(Kind(kind, number, students, sorted(where.items())))
    return found


class Total(NamedTuple):
    """A student's points in all that has a mark."""

    score: int
    points: int


def totals(results: Iterable[Result]) -> dict[str, Total]:
    """The total of each student who has any mark."""
    found: dict[str, Total] = {}
    for one in results:
        if one.score is not None:
            before = found.get(one.student, Total(0, 0))
            found[one.student] = Total(
                before.score + one.score, before.points + one.points
            )
    return found
