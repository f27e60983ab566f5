"""Marks are read back as they were written, and a killed process spoils none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from threadlings import journal
from threadlings.marks import Found, Judged, Result
from threadlings.screen import WrongUse

ANN = Result(
    *("ann", "02", "ann/02/counter.py", "fail", (Found("race", "t", "m", "7:b"),)),
    promises=(Judged("t", "One holds.", 3, True, False),),
    flags=("odd",),
)
BOB = Result("bob\udcff", "02", "f.py", "ungraded")
AGAIN = Result("ann", "02", "ann/02/counter.py", "pass")


def write(path: Path, *lines: Result | str) -> Path:
    """A file of these lines."""
    texts = [line if isinstance(line, str) else json.dumps(line.row) for line in lines]
    path.write_text("\n".join(texts), "utf-8")
    return path


def test_results_are_read_as_they_were_written(tmp_path: Path) -> None:
    """Everything that is known comes back; empty lines are nothing."""
    file = write(tmp_path / "marks.jsonl", ANN, "", BOB, "")

    assert journal.read(file) == [ANN, BOB]


def test_the_last_word_on_an_answer_counts(tmp_path: Path) -> None:
    """What was graded again stands where it stood, once."""
    file = write(tmp_path / "marks.jsonl", ANN, BOB, AGAIN)

    assert journal.read(file) == [AGAIN, BOB]


@pytest.mark.parametrize("length", [1, 20, 200])
def test_a_line_that_a_killed_process_has_begun_is_left_out(
    tmp_path: Path, length: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is told, and what stands before it counts."""
    begun = json.dumps(AGAIN.row)[:length]
    file = write(tmp_path / "marks.jsonl", ANN, BOB, begun)

    assert journal.read(file) == [ANN, BOB]
    assert "line 3 is no result" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{", "no result (Expecting property name"),
        ("[]", "no result (list indices"),
        ('{"student": "ann"}', "no result (no 'exercise')"),
        (json.dumps({**ANN.row, "verdict": "great"}), "'great' is no verdict"),
        (json.dumps({**ANN.row, "student": 5}), "a name is no text"),
        ("[" * 100_000, "no result ("),
    ],
)
def test_any_other_broken_line_is_an_error(tmp_path: Path, line: str, why: str) -> None:
    """The file, the line and the reason are named."""
    file = write(tmp_path / "marks.jsonl", ANN, line, BOB)

    with pytest.raises(WrongUse, match=r"marks\.jsonl, line 2 is ") as raised:
        journal.read(file)
    assert why in str(raised.value)


def test_a_file_that_is_not_there_is_wrong_use(tmp_path: Path) -> None:
    """It is named."""
    with pytest.raises(WrongUse, match=r"can't read .*nowhere"):
        journal.read(tmp_path / "nowhere")
