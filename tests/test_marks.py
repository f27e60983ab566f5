"""Reports in, results out: verdicts fail closed, and files can be trusted."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from threadlings import fate, marks
from threadlings.kit import Promise
from threadlings.marks import Found, Report, Result, fresh, write_csv
from threadlings.screen import WrongUse
from threadlings.texts import say

PROMISES = ["test_one", "test_two"]
TERMS = [
    Promise("test_one", "One holds.", points=3),
    Promise("test_two", "So does two."),
]
END = {"job": "0", "end": 2}


def line(test: str, kind: str = "", order: str = "default", **more: Any) -> Report:
    """A report as a worker writes it."""
    message = f"{test} holds.\nIt did not.\n{kind}: because.\n\nFound in order 3."
    finding = {"kind": kind, "message": message, "order": order} if kind else None
    covered = {"kind": "complete", "runs": 7, "traces": 4, "preemptions": 0}
    return {
        **{"job": "0", "test": test, "promise": "", "output": "", "seconds": 0.25},
        **{"finding": finding, "coverage": covered | more.pop("coverage", {})},
        **more,
    }


def lost(test: str, key: str) -> Report:
    """A report that the supervisor makes itself."""
    return {"job": "0", **fate.report(test, "It holds.", fate.Fate(key), "")}


def verdict(*reports: Report) -> str:
    """What *reports* come to."""
    return marks.verdict_of(PROMISES, reports)


@pytest.mark.parametrize(
    ("reports", "expected"),
    [
        ([line("test_one"), line("test_two"), END], "pass"),
        ([line("test_one", "race"), line("test_two"), END], "fail"),
        ([line("test_one"), line("test_two", "crash"), END], "fail"),
        ([line("test_one", "gave-up"), line("test_two"), END], "review"),
        ([line("test_one", "gave-up"), line("test_two", "race"), END], "fail"),
        ([line("test_one"), lost("test_two", "time"), END], "error"),
        ([line("test_one"), lost("test_two", "killed"), END], "error"),
        ([line("test_one"), lost("test_two", "memory"), END], "error"),
        ([line("test_one"), lost("test_two", "crash"), END], "error"),
        ([line("test_one", "race"), lost("test_two", "crash"), END], "error"),
    ],
)
def test_a_verdict_follows_from_the_reports(
    reports: list[Report], expected: str
) -> None:
    """Kept promises pass, a broken one fails, and a lost process is an error."""
    assert verdict(*reports) == expected


@pytest.mark.parametrize(
    "reports",
    [
        [END],
        [line("test_one"), END],
        [line("test_one"), line("test_one"), END],
        [line("test_one"), line("test_two"), line("test_two"), END],
        [line("test_one"), line("test_two"), line("test_three"), END],
        [line("test_one"), {"job": "0", "test": "test_two", "refused": "no"}, END],
    ],
)
def test_reports_that_are_not_one_for_each_promise_are_an_error(
    reports: list[Report],
) -> None:
    """Nothing passes by leaving out, repeating or inventing a promise."""
    assert verdict(*reports) == "error"
    found = marks.result("ann", "02", "f.py", TERMS, reports).findings
    assert found[-1].kind == "gave-up"
    assert found[-1].message


def test_without_an_end_nothing_is_graded() -> None:
    """When the supervisor stopped before the end, all that is known is no mark."""
    result = marks.result("ann", "02", "f.py", TERMS, [line("test_one")])

    assert result.verdict == "ungraded"
    assert "threadlings itself failed" in result.findings[0].message


@pytest.mark.parametrize("opening", ["", "This grader is broken: KeyError."])
def test_a_failure_of_the_kit_is_never_a_mark(opening: str) -> None:
    """What the kit or a grader does wrong is ungraded, not failed."""
    ours = {"job": "0", **fate.ours("test_two", "It holds.", "Traceback", opening)}

    assert verdict(line("test_one", "race"), ours, END) == "ungraded"


def test_whoever_breaks_the_kit_is_not_ungraded() -> None:
    """A failure of ours after something odd is an error: it may be no accident."""
    ours = {"job": "0", **fate.ours("test_two", "It holds.", "Traceback", "")}

    assert verdict(line("test_one"), {"flag": "changes us"}, ours, END) == "error"


def test_something_odd_is_no_plain_pass() -> None:
    """A flag asks for somebody to look; it makes no wrong answer better."""
    flag = {"job": "0", "flag": "imports ctypes"}
    right = [flag, line("test_one"), flag, line("test_two"), END]

    assert verdict(*right) == "review"
    assert marks.result("ann", "02", "f.py", TERMS, right).flags == ("imports ctypes",)
    assert verdict(flag, line("test_one", "race"), line("test_two"), END) == "fail"


def test_a_process_that_ends_oddly_passes_nothing() -> None:
    """After the last line, a process has to end by itself, with 0."""
    odd = {**END, "odd": "exit code 3"}

    assert verdict(line("test_one"), line("test_two"), odd) == "error"


def test_no_message_of_a_student_is_taken_for_the_kits() -> None:
    """A broken promise fails, whatever words the student has put into it."""
    sly = line("test_two", "wrong-result")
    sly["finding"]["message"] = say("fate", "ours")

    assert verdict(line("test_one"), sly, END) == "fail"


def test_a_result_sums_up_its_promises() -> None:
    """Runs and seconds are added; of the coverage, the weakest kind counts."""
    bounded = {"kind": "bounded", "runs": 100, "traces": 40, "preemptions": 2}
    reports = [line("test_one"), line("test_two", "race", "7:bob", coverage=bounded)]
    result = marks.result("ann", "02", "f.py", TERMS, [*reports, END])

    assert result.coverage == {
        **{"kind": "bounded", "runs": 107, "traces": 44, "preemptions": 2}
    }
    assert result.seconds == 0.5
    assert (result.kind, result.findings[0].order) == ("race", "7:bob")
    assert result.findings[0].brief == "test_two holds. It did not. race: because."


@pytest.mark.parametrize(
    ("reports", "verdict", "score", "kept"),
    [
        ([line("test_one"), line("test_two"), END], "pass", 4, [True, True]),
        ([line("test_one"), line("test_two", "race"), END], "fail", 3, [True, False]),
        ([line("test_one", "race"), line("test_two"), END], "fail", 1, [False, True]),
        (
            [line("test_one"), line("test_two", "gave-up"), END],
            "review",
            None,
            [True, None],
        ),
        (
            [line("test_one"), lost("test_two", "crash"), END],
            "error",
            None,
            [True, None],
        ),
        ([line("test_one")], "ungraded", None, [True, None]),
    ],
)
def test_points_are_for_promises_that_were_kept(
    reports: list[Report], verdict: str, score: int | None, kept: list[bool | None]
) -> None:
    """A promise is worth all of its points or none; without a verdict is no score."""
    result = marks.result("ann", "02", "f.py", TERMS, reports)

    assert (result.verdict, result.score, result.points) == (verdict, score, 4)
    assert [one.kept for one in result.promises] == kept


def test_a_row_is_read_as_it_was_written() -> None:
    """What JSON Lines say of a result is all of it."""
    result = marks.result("ann", "02", "f.py", TERMS, [line("test_one", "race"), END])

    assert marks.from_row(json.loads(json.dumps(result.row))) == result
    late = replace(result, late=marks.Late("12.5", "a day"), kit="1", python="2")
    assert marks.from_row(json.loads(json.dumps(late.row))) == late


def test_an_older_row_is_read() -> None:
    """What nobody has written yet in its days is empty; what is no row is refused."""
    row = {"student": "ann", "exercise": "02", "file": "f.py", "verdict": "pass"}

    assert marks.from_row(row) == Result("ann", "02", "f.py", "pass")
    for missing in row:
        with pytest.raises((KeyError, TypeError)):
            marks.from_row({key: row[key] for key in row if key != missing})
    with pytest.raises(ValueError, match="'good' is no verdict"):
        marks.from_row({**row, "verdict": "good"})


# ── files ────────────────────────────────────────────────────────────────────
def test_the_marks_of_the_last_time_are_kept(tmp_path: Path) -> None:
    """A file that is there stays beside the new one until the next but one."""
    file = tmp_path / "marks.csv"
    for text in ("first", "second"):
        with fresh(file) as opened:
            opened.write(text)

    assert file.read_text() == "second"
    assert (tmp_path / "marks.csv~").read_text() == "first"


def test_a_file_that_can_not_be_written_is_wrong_use(tmp_path: Path) -> None:
    """A folder that does not exist is told before anything is graded."""
    with pytest.raises(WrongUse, match="can't write to"):
        fresh(tmp_path / "nowhere" / "marks.jsonl")


def table(*results: Result) -> list[dict[str, str]]:
    """What a spreadsheet reads of *results*."""
    text = io.StringIO(newline="")
    write_csv(text, results)
    return list(csv.DictReader(io.StringIO(text.getvalue(), newline="")))


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)", " =1+1"])
def test_no_cell_is_a_formula(name: str) -> None:
    """What a spreadsheet would compute is shown as text."""
    assert table(Result(name, "02", "f.py", "pass"))[0]["student"] == f"'{name}"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("ann\x1b[31m", r"ann\x1b[31m"),
        ("a\nb", r"a\nb"),
        ("\t=1+1", r"\t=1+1"),
        ("a\u202eb", r"a\u202eb"),
        ("a\udcffb", r"a\udcffb"),
        ('Müller, "Ann" 김', 'Müller, "Ann" 김'),
    ],
)
def test_no_cell_commands_a_terminal(name: str, shown: str) -> None:
    """Control characters are written out; letters of any script stay."""
    assert table(Result(name, "02", "f.py", "pass"))[0]["student"] == shown


def test_a_row_says_what_was_found_first() -> None:
    """A finding is one line of the table, however long its message."""
    found = tuple(
        Found(kind, "t", f"{kind}\nsaid\n\nmore") for kind in ("race", "leak")
    )
    row = table(Result("ann", "02", "f.py", "fail", found))[0]

    assert (row["kind"], row["finding"], row["findings"]) == ("race", "race said", "2")
