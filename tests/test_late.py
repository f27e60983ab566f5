"""Lateness: to the second, in every time zone, and only what the table says."""

from __future__ import annotations

import datetime
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from threadlings import late, marks
from threadlings.late import Policy, penalty
from threadlings.marks import Judged, Result
from threadlings.screen import WrongUse

time = datetime.datetime.fromisoformat
DUE = time("2026-03-20T23:59:00+01:00")
DAYS = Policy(DUE, percent=Decimal(10))
GRACE = Policy(DUE, timedelta(minutes=15), Decimal(10))
HOURS = Policy(DUE, percent=Decimal("2.5"), per="hour", most=Decimal(60))
CLOSES = Policy(DUE, percent=Decimal(10), closes=time("2026-03-23T12:00:00+01:00"))
SPRING = Policy(time("2026-03-28T12:00:00+01:00"), percent=Decimal(10))
AUTUMN = Policy(time("2026-10-24T12:00:00+02:00"), percent=Decimal(10))
LEAP = Policy(time("2028-02-28T12:00:00+00:00"), percent=Decimal(10))


@pytest.mark.parametrize(
    ("policy", "submitted", "off"),
    [
        # nothing is due, or it does not matter
        (Policy(), "2030-01-01T00:00:00+00:00", None),
        (Policy(percent=Decimal(10)), "2030-01-01T00:00:00+00:00", None),
        (Policy(DUE), "2030-01-01T00:00:00+00:00", None),
        # the exact boundaries of a day
        (DAYS, "2026-03-20T23:58:59+01:00", None),
        (DAYS, "2026-03-20T23:59:00+01:00", None),
        (DAYS, "2026-03-20T23:59:00.000001+01:00", "10"),
        (DAYS, "2026-03-21T23:59:00+01:00", "10"),
        (DAYS, "2026-03-21T23:59:00.000001+01:00", "20"),
        (DAYS, "2026-03-30T23:59:00+01:00", "100"),
        (DAYS, "2027-03-30T23:59:00+01:00", "100"),
        # the same moment elsewhere
        (DAYS, "2026-03-20T22:59:00+00:00", None),
        (DAYS, "2026-03-21T07:59:00+09:00", None),
        (DAYS, "2026-03-20T23:59:00+00:00", "10"),
        (DAYS, "2026-03-20T14:59:00-08:00", None),
        # who is later than the grace is late since it was due
        (GRACE, "2026-03-21T00:14:00+01:00", None),
        (GRACE, "2026-03-21T00:14:00.000001+01:00", "10"),
        (GRACE, "2026-03-22T00:10:00+01:00", "20"),
        # by the hour, and never more than the most
        (HOURS, "2026-03-21T00:59:00+01:00", "2.5"),
        (HOURS, "2026-03-21T01:00:00+01:00", "5"),
        (HOURS, "2026-03-21T23:59:00+01:00", "60"),
        (HOURS, "2026-03-21T23:00:00+01:00", "60"),
        # the end of all patience
        (CLOSES, "2026-03-23T12:00:00+01:00", "30"),
        (CLOSES, "2026-03-23T12:00:01+01:00", "100"),
        # a day has 24 hours, also where the clocks are put forward and back
        (SPRING, "2026-03-29T13:00:00+02:00", "10"),
        (SPRING, "2026-03-29T13:00:01+02:00", "20"),
        (AUTUMN, "2026-10-25T11:00:00+01:00", "10"),
        (AUTUMN, "2026-10-25T12:00:00+01:00", "20"),
        # a leap day is a day
        (LEAP, "2028-02-29T12:00:00+00:00", "10"),
        (LEAP, "2028-03-01T12:00:00+00:00", "20"),
    ],
)
def test_what_is_taken_off(policy: Policy, submitted: str, off: str | None) -> None:
    """It follows from the policy and the moment alone."""
    found = penalty(policy, time(submitted))

    assert (found.percent if found else None) == off


def test_a_penalty_says_why() -> None:
    """How late it was, since when; or that it had closed."""
    said = penalty(DAYS, time("2026-03-21T12:00:00+01:00"))
    closed = penalty(CLOSES, time("2026-04-21T12:00:00+01:00"))

    assert said == marks.Late("10", "1 day begun since 2026-03-20T23:59:00+01:00")
    assert closed == marks.Late("100", "closed at 2026-03-23T12:00:00+01:00")


@pytest.mark.parametrize(
    ("score", "percent", "mark"),
    [
        (7, "0", "7.00"),
        (7, "10", "6.30"),
        (7, "12.5", "6.13"),  # 6.125
        (1, "0.5", "1.00"),  # 0.995
        (1, "33.3", "0.67"),
        (3, "100", "0.00"),
        (0, "50", "0.00"),
        (10**20, "0.01", "99990000000000000000.00"),
    ],
)
def test_points_are_exact(score: int, percent: str, mark: str) -> None:
    """They are whole hundredths, and half of one is rounded up."""
    promises = (Judged("t", "It holds.", score, kept=True),)
    late_by = marks.Late(percent, "because")
    result = Result("ann", "02", "f.py", "pass", promises=promises, late=late_by)

    assert str(marks.reduced(score, Decimal(percent))) == mark
    assert (result.score, str(result.mark)) == (score, mark)
    assert result.row["mark"] == mark


def test_what_is_no_mark_is_not_reduced() -> None:
    """An answer that somebody has to look at is worth nobody knows what."""
    one = Result("ann", "02", "f.py", "review", late=marks.Late("100", "closed"))

    assert (one.score, one.mark, one.row["mark"]) == (None, None, None)


# ── the table ────────────────────────────────────────────────────────────────
TABLE = """\
exercise,student,due,grace,percent,per,most,closes,submitted
,,,5,10,day,50,2026-05-01T00:00:00Z,
02,,2026-04-01T12:00+02:00,,,,,,
3,,2026-04-02T12:00+02:00,,20%,hour,,,
03,ann,2026-04-09T12:00+02:00,,,,,,
02,bob,,,,,,,2026-04-01T12:00:00+02:00
,cy,,,0,,,,
"""


def rules(folder: Path, text: str) -> late.Rules:
    """The table that says *text*."""
    path = folder / "late.csv"
    path.write_text(text, "utf-8")
    return late.read(path, ["02", "03"])


@pytest.mark.parametrize(
    ("student", "exercise", "modified", "off"),
    [
        ("ann", "02", "2026-04-01T12:05+02:00", None),
        ("ann", "02", "2026-04-01T12:06+02:00", "10"),
        ("ann", "02", "2026-04-20T12:06+02:00", "50"),
        ("ann", "02", "2026-05-20T12:06+02:00", "100"),
        ("dan", "03", "2026-04-02T14:00+02:00", "40"),
        ("ann", "03", "2026-04-09T12:00+02:00", None),  # her extension
        ("ann", "03", "2026-04-09T14:00+02:00", "40"),
        ("bob", "02", "2026-04-20T12:06+02:00", None),  # the table knows better
        ("cy", "03", "2026-04-20T12:06+02:00", None),
    ],
)
def test_the_narrower_row_counts(
    student: str, exercise: str, modified: str, off: str | None, tmp_path: Path
) -> None:
    """A student's row is over that of an exercise, and that over the one for all."""
    found = rules(tmp_path, TABLE).late(student, exercise, time(modified))

    assert (found.percent if found else None) == off


def test_a_reason_says_who_says_when(tmp_path: Path) -> None:
    """The time is the file's own, or that of the table."""
    said = rules(tmp_path, TABLE.replace("2026-04-01T12:00:00", "2026-04-02T12:00:00"))
    ann = said.late("ann", "02", time("2026-04-02T11:00+02:00"))
    bob = said.late("bob", "02", time("2026-04-01T11:00+02:00"))

    assert ann is not None
    assert bob is not None
    assert ann.reason == (
        "1 day begun since 2026-04-01T12:00:00+02:00; "
        "handed in at 2026-04-02T11:00:00+02:00, says its file"
    )
    assert bob.reason.endswith("handed in at 2026-04-02T12:00:00+02:00, says the table")


def test_a_file_s_time_is_exact() -> None:
    """Nanoseconds since 1970 are no floating number."""
    assert late.modified(1774047540_000001999).isoformat() == (
        "2026-03-20T22:59:00.000001+00:00"
    )


def test_who_is_not_in_the_class_is_known(tmp_path: Path) -> None:
    """A name that was mistyped is no extension for anybody."""
    assert rules(tmp_path, TABLE).strangers(["ann", "cy"]) == ["bob"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("exercise,deu\n", "there is no column 'deu'; there are student, exercise, "),
        ("exercise,due\n9,\n", "line 2: there is no exercise '9'; there are 02, 03"),
        ("due\n2026-04-01T12:00\n", "due is '2026-04-01T12:00', and should be a time"),
        ("due\ntomorrow\n", "line 2: due is 'tomorrow', and should be a time"),
        ("percent\nmany\n", "percent is 'many', and should be a number from 0 to 100"),
        ("percent\n101\n", "percent is '101'"),
        ("percent\nNaN\n", "percent is 'NaN'"),
        ("most\n-1\n", "most is '-1'"),
        ("grace\n1.5\n", "grace is '1.5', and should be whole minutes"),
        ("per\nweek\n", "per is 'week', and should be day or hour"),
        ("exercise\n02\n2\n", "line 3: there was a row for the same before"),
        ("exercise\n02,x\n", "line 2: there are more cells than columns"),
        (
            "student,due,closes\n,,2026-04-01T12:00Z\nann,2026-04-02T12:00Z,\n",
            "ann, 02 is due after it closes; say when it closes then",
        ),
        ("due\n\udcff\n", "can't read "),
    ],
)
def test_a_table_that_can_not_be_meant_is_wrong_use(
    text: str, words: str, tmp_path: Path
) -> None:
    """It is said where, what stands there, and what could."""
    path = tmp_path / "late.csv"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))

    with pytest.raises(WrongUse) as error:
        late.read(path, ["02", "03"])
    assert words in str(error.value)
    assert str(error.value).count("\n") == 0


def test_a_spreadsheet_s_mark_does_no_harm(tmp_path: Path) -> None:
    """Some write a byte order mark in front, and end lines with two characters."""
    found = rules(tmp_path, "\ufeff" + TABLE.replace("\n", "\r\n"))

    assert found.late("ann", "02", time("2026-04-01T12:06+02:00")) is not None
