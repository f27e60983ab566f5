"""What lateness takes off: a table of rules, and a pure function that applies one.

The table is a CSV file; a row is for an exercise, for a student, for one exercise of a
student, or for all.  A cell that is empty says the same as the next wider row.

| column    | what it says                                                          |
| --------- | --------------------------------------------------------------------- |
| exercise  | its number; empty: all of them                                        |
| student   | a student, who has an extension, say; empty: all of them              |
| due       | until when nothing is taken off                                       |
| grace     | minutes after that which are forgiven: nobody is late before they end |
| percent   | of the points, taken off for every day (or hour) that has begun       |
| per       | `day` or `hour`; a day has 24 hours, whatever the clocks do           |
| most      | the most that is taken off, in percent; else 100                      |
| closes    | after that, all is taken off                                          |
| submitted | when the file was handed in; else that is the file's own time         |

A time is one of ISO 8601 with its offset, like `2026-03-29T23:59+02:00`.
"""

from __future__ import annotations

import csv
import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta, timezone
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from threadlings.marks import Late
from threadlings.screen import WrongUse, plain

Time = datetime.datetime
ALL = Decimal(100)
PER = {"day": timedelta(days=1), "hour": timedelta(hours=1)}
WHOSE = ("student", "exercise")


@dataclass(frozen=True)
class Policy:
    """When something is due, and what it costs to be late."""

    due: Time | None = None
    grace: timedelta = timedelta()
    percent: Decimal = Decimal(0)
    per: str = "day"
    most: Decimal = ALL
    closes: Time | None = None


def penalty(policy: Policy, submitted: Time) -> Late | None:
    """What is taken off for what was *submitted* then; None where nothing is.

    Who comes at the last moment, or when the grace ends, is not late.  Who comes after
    it is late since it was due: the grace is forgiven to nobody else.
    """
    if policy.closes is not None and submitted > policy.closes:
        return Late(str(ALL), f"closed at {policy.closes.isoformat()}")
    if policy.due is None or submitted <= policy.due + policy.grace:
        return None
    begun = -((policy.due - submitted) // PER[policy.per])
    off = min(begun * policy.percent, policy.most)
    if not off:
        return None
    units = f"{begun} {policy.per}{'' if begun == 1 else 's'}"
    return Late(f"{off.normalize():f}", f"{units} begun since {policy.due.isoformat()}")


# ── the table ────────────────────────────────────────────────────────────────
def _time(text: str) -> Time:
    found = Time.fromisoformat(text[:-1] + "+00:00" if text[-1] in "Zz" else text)
    if found.tzinfo is None:
        raise ValueError("no offset")
    return found


def _percent(text: str) -> Decimal:
    found = Decimal(text.removesuffix("%"))
    if not 0 <= found <= ALL:
        raise ValueError("no part of anything")
    return found


def _minutes(text: str) -> timedelta:
    if not text.isdecimal():
        raise ValueError("no whole number")
    return timedelta(minutes=int(text))


def _per(text: str) -> str:
    if text not in PER:
        raise ValueError("no such time")
    return text


READ: Mapping[str, tuple[Callable[[str], Any], str]] = {
    "due": (_time, "a time with its offset, like 2026-03-29T23:59+02:00"),
    "grace": (_minutes, "whole minutes"),
    "percent": (_percent, "a number from 0 to 100"),
    "per": (_per, "day or hour"),
    "most": (_percent, "a number from 0 to 100"),
    "closes": (_time, "a time with its offset, like 2026-03-29T23:59+02:00"),
    "submitted": (_time, "a time with its offset, like 2026-03-29T23:59+02:00"),
}


@dataclass(frozen=True)
class Rules:
    """A table: what each row says, by student and exercise; empty for all."""

    rows: Mapping[tuple[str, str], Mapping[str, Any]]

    def of(self, student: str, exercise: str) -> tuple[Policy, Time | None]:
        """The policy for an exercise of a student, and when it was handed in."""
        said: dict[str, Any] = {}
        for whose in (("", ""), ("", exercise), (student, ""), (student, exercise)):
            said |= self.rows.get(whose, {})
        submitted = said.pop("submitted", None)
        return Policy(**said), submitted

    def late(self, student: str, exercise: str, modified: Time) -> Late | None:
        """What is taken off, and why; the file says when it was *modified*."""
        policy, submitted = self.of(student, exercise)
        found = penalty(policy, submitted or modified)
        if found is None:
            return None
        source = "the table" if submitted else "its file"
        when = (submitted or modified).isoformat()
        reason = f"{found.reason}; handed in at {when}, says {source}"
        return Late(found.percent, reason)

    def strangers(self, students: Iterable[str]) -> list[str]:
        """Whom the table names though they handed in nothing."""
        known = set(students)
        return sorted({student for student, _ in self.rows if student} - known)


def modified(nanoseconds: int) -> Time:
    """A file's own time, exactly."""
    seconds, rest = divmod(nanoseconds, 10**9)
    found = Time.fromtimestamp(seconds, timezone.utc)
    return found + timedelta(microseconds=rest // 1000)


def read(path: Path, exercises: Sequence[str]) -> Rules:
    """The table in *path*, for *exercises* of these numbers.

    Raises WrongUse, which names the line and what can stand there.
    """
    try:
        with open(path, encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            _check_head(reader.fieldnames or (), path)
            rows: dict[tuple[str, str], dict[str, Any]] = {}
            for row in reader:
                where = f"{plain(str(path))}, line {reader.line_num}"
                whose = _whose(row, exercises, where)
                if whose in rows:
                    raise WrongUse(f"{where}: there was a row for the same before")
                rows[whose] = _cells(row, where)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise WrongUse(f"can't read {plain(str(path))}: {reason}") from None
    rules = Rules(rows)
    _check(rules, exercises, plain(str(path)))
    return rules


def _check_head(names: Sequence[str], path: Path) -> None:
    known = (*WHOSE, *READ)
    for name in names:
        if name not in known:
            words = f"there is no column {plain(name)!r}; there are {', '.join(known)}"
            raise WrongUse(f"{plain(str(path))}: {words}")


def _whose(
    row: Mapping[str, str], exercises: Sequence[str], where: str
) -> tuple[str, str]:
    """Student and exercise; a spreadsheet may have made a 3 of 03."""
    student, exercise = ((row.get(name) or "").strip() for name in WHOSE)
    if exercise and exercise.zfill(2) not in exercises:
        known = ", ".join(exercises)
        words = f"there is no exercise {plain(exercise)!r}; there are {known}"
        raise WrongUse(f"{where}: {words}")
    return student, exercise and exercise.zfill(2)


def _cells(row: Mapping[str, Any], where: str) -> dict[str, Any]:
    """What a row says."""
    if None in row:
        raise WrongUse(f"{where}: there are more cells than columns")
    said = {}
    for name, (reader, wanted) in READ.items():
        text = (row.get(name) or "").strip()
        try:
            if text:
                said[name] = reader(text)
        except (ValueError, InvalidOperation, OverflowError):
            words = f"{name} is {plain(text)!r}, and should be {wanted}"
            raise WrongUse(f"{where}: {words}") from None
    return said


def _check(rules: Rules, exercises: Sequence[str], where: str) -> None:
    """What is due has to be due before it closes."""
    for student, exercise in rules.rows:
        for number in [exercise] if exercise else exercises:
            policy, _ = rules.of(student, number)
            if policy.due and policy.closes and policy.due > policy.closes:
                whose = f"{plain(student)}, " if student else ""
                words = f"{number} is due after it closes; say when it closes then"
                raise WrongUse(f"{where}: {whose}{words}")
