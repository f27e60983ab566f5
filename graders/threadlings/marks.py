"""Reports in, results out: one for each student and exercise, as JSON Lines and CSV.

A verdict fails closed: "pass" needs every promise of the grader, judged once and kept.

| verdict  | when                                                                   |
| -------- | ---------------------------------------------------------------------- |
| pass     | every promise was judged and kept                                      |
| fail     | a promise was broken                                                   |
| review   | nothing is known to be wrong, but somebody has to look                 |
| error    | the submission ended, hung or broke its judge: nobody knows its worth  |
| ungraded | there was nothing to judge, or the kit itself failed: never a mark     |

A student who handed nothing in is *ungraded*, not failed: no submission was judged,
what looks missing may have another name, and grading again is all that it takes once
the file is there.  Whether it earns no points is the teacher's rule and not ours.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable, Sequence
from dataclasses import MISSING, asdict, dataclass, replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, TextIO

from threadlings.kit import Promise
from threadlings.screen import WrongUse, plain

Report = dict[str, Any]

PASS, FAIL, REVIEW, ERROR, UNGRADED = VERDICTS = (
    *("pass", "fail", "review", "error", "ungraded"),
)
WEAKEST_FIRST = ("sampled", "bounded", "complete")
GAVE_UP = "gave-up"


@dataclass(frozen=True)
class Found:
    """One broken promise; *test* is empty where it is not about any."""

    kind: str
    test: str
    message: str
    order: str = ""

    @property
    def brief(self) -> str:
        """The promise, the fact and the cause: the first paragraph, on one line."""
        return " ".join(self.message.strip().partition("\n\n")[0].split())


@dataclass(frozen=True)
class Judged:
    """One promise, its worth, and whether it was kept; None: nobody knows."""

    test: str
    sentence: str
    points: int = 1
    hidden: bool = False
    kept: bool | None = None


@dataclass(frozen=True)
class Late:
    """How much of the points is taken off, an exact decimal number, and why."""

    percent: str
    reason: str


@dataclass(frozen=True)
class Result:
    """What came of one student's answer to one exercise."""

    student: str
    exercise: str
    file: str
    verdict: str
    findings: tuple[Found, ...] = ()
    coverage: dict[str, Any] | None = None
    seconds: float = 0.0
    promises: tuple[Judged, ...] = ()
    flags: tuple[str, ...] = ()  # what looked odd: reasons to look at the file
    content: str = ""  # the SHA-256 of the file, and of those beside it
    kit: str = ""  # the version of all that judges this exercise
    python: str = ""
    late: Late | None = None
    isolation: str = ""  # what has contained it

    @property
    def kind(self) -> str:
        """The kind of the first finding, or nothing."""
        return self.findings[0].kind if self.findings else ""

    @property
    def points(self) -> int:
        """How many points there are to be had."""
        return sum(one.points for one in self.promises)

    @property
    def score(self) -> int | None:
        """The points of the promises that were kept; None where there is no mark.

        Only "pass" and "fail" are marks: of all else, nobody knows what it is worth
        before somebody has looked, and it is never a zero by default.
        """
        if self.verdict not in (PASS, FAIL):
            return None
        return sum(one.points for one in self.promises if one.kept)

    @property
    def mark(self) -> Decimal | None:
        """The score without what lateness takes off; None where there is no score."""
        if self.score is None or self.late is None:
            return None if self.score is None else Decimal(self.score)
        return reduced(self.score, Decimal(self.late.percent))

    @property
    def row(self) -> dict[str, Any]:
        """All that is known, as plain data; the mark is exact, in decimals."""
        mark = None if self.mark is None else str(self.mark)
        sums = {"score": self.score, "points": self.points, "mark": mark}
        return {**asdict(self), **sums}


def reduced(score: int, percent: Decimal) -> Decimal:
    """*score* less *percent* of it, in hundredths; half of one is rounded up.

    >>> reduced(7, Decimal("12.5"))
    Decimal('6.13')
    """
    hundredths = score * (100 - Fraction(percent))
    return Decimal(int(hundredths + Fraction(1, 2))).scaleb(-2)


def from_row(row: dict[str, Any]) -> Result:
    """The result that was written as *row*; what older rows don't have is empty.

    Raises KeyError, TypeError, ValueError.
    """
    known = {
        name: row[name]
        for name, field in Result.__dataclass_fields__.items()
        if name in row or field.default is MISSING
    }
    known["findings"] = tuple(Found(**one) for one in row.get("findings", ()))
    known["promises"] = tuple(Judged(**one) for one in row.get("promises", ()))
    known["flags"] = tuple(row.get("flags", ()))
    if known.get("late") is not None:
        known["late"] = Late(**known["late"])
    if row["verdict"] not in VERDICTS:
        raise ValueError(f"{row['verdict']!r} is no verdict")
    return Result(**known)


# ── the rules ────────────────────────────────────────────────────────────────
def result(
    student: str,
    exercise: str,
    file: str,
    terms: Sequence[Promise],
    reports: Sequence[Report],
) -> Result:
    """The result of a submission from all reports that came for it."""
    promises = [one.test for one in terms]
    lines = [report for report in reports if "test" in report]
    found = tuple(_found(line) for line in lines if line.get("finding"))
    breach = _breach(promises, reports)
    if breach:
        found = (*found, Found(GAVE_UP, "", breach))
    verdict = verdict_of(promises, reports)
    seconds = round(sum(line.get("seconds", 0.0) for line in lines), 3)
    judged = tuple(_judged(one, lines) for one in terms)
    return Result(
        *(student, exercise, file, verdict, found, covered(lines), seconds, judged),
        flags(reports),
    )


def _judged(promise: Promise, lines: Sequence[Report]) -> Judged:
    """What came of *promise*: a run that kept it or broke it, or neither."""
    own = [line for line in lines if line["test"] == promise.test]
    kept = None
    if len(own) == 1 and "finding" in own[0]:
        finding = own[0]["finding"]
        if finding is None or (finding["kind"] != GAVE_UP and not died(own[0])):
            kept = finding is None
    return Judged(promise.test, promise.sentence, promise.points, promise.hidden, kept)


def _found(line: Report) -> Found:
    finding = line["finding"]
    return Found(finding["kind"], line["test"], finding["message"], finding["order"])


def verdict_of(promises: Sequence[str], reports: Sequence[Report]) -> str:
    """Judge *reports*, which should hold each of the *promises* once, and an end."""
    lines = [report for report in reports if "test" in report]
    ended = any("end" in report for report in reports)
    if not ended:
        return UNGRADED
    if any(ours(line) for line in lines):  # … unless somebody has meddled with us
        return ERROR if flags(reports) else UNGRADED
    if any(died(line) for line in lines) or _breach(promises, reports):
        return ERROR
    kinds = {line["finding"]["kind"] for line in lines if line["finding"]}
    if kinds - {GAVE_UP}:
        return FAIL
    return REVIEW if kinds or flags(reports) else PASS


def flags(reports: Iterable[Report]) -> tuple[str, ...]:
    """What looked odd, each once, in the order in which it was seen."""
    return tuple(dict.fromkeys(one["flag"] for one in reports if "flag" in one))


def flagged(result: Result, more: tuple[str, ...]) -> Result:
    """*result*, about which *more* looks odd, if that is not said of it yet."""
    if not more:
        return result
    verdict = REVIEW if result.verdict == PASS else result.verdict
    every = dict.fromkeys((*result.flags, *more))
    return replace(result, verdict=verdict, flags=(*every,))


def died(line: Report) -> bool:
    """Whether the submission's process did not live to judge this promise.

    No run stands behind such a line, so it has no order that could be shown.
    """
    finding = line.get("finding") or {"order": "kept"}
    return not finding["order"] and "look" not in finding


def ours(line: Report) -> bool:
    """Whether the kit failed here, and not the submission."""
    return died(line) and "ours" in line["finding"]


def _breach(promises: Sequence[str], reports: Sequence[Report]) -> str:
    """What is wrong with the reports as such, in words, or nothing."""
    if not any("end" in report for report in reports):
        return "threadlings itself failed: it stopped before this was judged."
    tests = [report["test"] for report in reports if "test" in report]
    missing = [name for name in promises if name not in tests]
    if missing:
        return f"Nothing was heard of {', '.join(missing)}."
    extra = [name for name in tests if name not in promises or tests.count(name) > 1]
    if extra:
        return f"More was heard than was asked for: {', '.join(sorted(set(extra)))}."
    odd = [report["odd"] for report in reports if "odd" in report]
    if odd:
        return (
            f"All was heard, and then the process did not end as it should: {odd[0]}."
        )
    refused = [report["refused"] for report in reports if "refused" in report]
    return "; ".join(refused)


def covered(lines: Iterable[Report]) -> dict[str, Any] | None:
    """What was tried in all: the weakest kind, the smallest bound, the sums."""
    each = [line["coverage"] for line in lines if line.get("coverage")]
    if not each:
        return None
    kind = min((c["kind"] for c in each), key=WEAKEST_FIRST.index)
    bounds = [c["preemptions"] for c in each if c["kind"] == "bounded"]
    return {
        "kind": kind,
        "runs": sum(c["runs"] for c in each),
        "traces": sum(c["traces"] for c in each),
        "preemptions": min(bounds, default=0),
    }


# ── writing them down ────────────────────────────────────────────────────────
def fresh(path: Path) -> TextIO:
    """Open *path* for writing; a file that is there stays beside it, as `NAME~`.

    So a new batch begins with an empty file at once, and the marks of the last one
    are not lost when this one is broken off.  Raises WrongUse.
    """
    try:
        if path.is_file() and not path.is_symlink():
            os.replace(path, path.with_name(f"{path.name}~"))
        return open(path, "w", encoding="utf-8", newline="")
    except OSError as error:
        raise WrongUse(f"can't write to {plain(str(path))}: {error.strerror}") from None


COLUMNS = (
    *("student", "exercise", "file", "verdict", "kind", "finding", "findings"),
    *("coverage", "runs", "seconds", "score", "points", "mark", "late"),
)
FORMULA = ("=", "+", "-", "@")


def write_csv(file: TextIO, results: Iterable[Result]) -> None:
    """A table of *results* with a heading, one row each."""
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    for one in results:
        first = one.findings[0].brief if one.findings else ""
        tried = one.coverage or {"kind": "", "runs": ""}
        late = one.late.reason if one.late else ""
        row = (
            *(one.student, one.exercise, one.file, one.verdict, one.kind, first),
            *(len(one.findings), tried["kind"], tried["runs"], one.seconds),
            *(one.score, one.points, one.mark, late),
        )
        writer.writerow([cell(value) for value in row])


def cell(value: object) -> object:
    """*value* as a spreadsheet shall show it: as it is, and never as a formula."""
    if not isinstance(value, str):
        return value
    text = plain(value)
    return f"'{text}" if text.lstrip().startswith(FORMULA) else text
