"""The journal: whole lines or none, one writer, and the last word counts."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from threadlings import journal
from threadlings.journal import Journal
from threadlings.marks import Found, Judged, Late, Result
from threadlings.screen import WrongUse

ANN = Result(
    *("ann", "02", "a/02/counter.py", "pass"),
    **{"promises": (Judged("t", "It holds.", 3, True, False),), "flags": ("odd",)},
    **{"content": "1", "late": Late("10", "a day")},
)
BOB = Result("bob", "02", "b/02/counter.py", "fail", (Found("race", "t", "m", "7:b"),))
BETTER = Result("bob", "02", "b/02/counter.py", "pass")


def written(path: Path, *results: Result, resume: bool = False) -> Path:
    """A journal of *results*."""
    with Journal(path, resume=resume) as opened:
        for one in results:
            opened.write(one)
    return path


def test_what_is_written_is_read(tmp_path: Path) -> None:
    """A result comes back as it was."""
    path = written(tmp_path / "marks.jsonl", ANN, BOB)

    assert journal.read(path) == [ANN, BOB]


def test_each_result_is_in_the_file_as_soon_as_it_is_known(tmp_path: Path) -> None:
    """A line is there for every result, before the next one comes."""
    path = tmp_path / "marks.jsonl"
    with Journal(path) as opened:
        opened.write(BOB)
        first = path.read_text("utf-8")
        opened.write(ANN)

    assert json.loads(first) == {
        **{"student": "bob", "exercise": "02", "file": "b/02/counter.py"},
        **{"verdict": "fail", "coverage": None, "seconds": 0.0},
        "findings": [{"kind": "race", "test": "t", "message": "m", "order": "7:b"}],
        **{"promises": [], "flags": [], "content": "", "kit": "", "python": ""},
        **{"late": None, "isolation": "", "score": 0, "points": 0, "mark": "0"},
    }
    assert path.read_text("utf-8").startswith(first)


def test_the_last_word_counts(tmp_path: Path) -> None:
    """Of two lines for a student and an exercise the later one is the result."""
    path = written(tmp_path / "marks.jsonl", BOB, ANN, BETTER)

    assert journal.read(path) == [BETTER, ANN]


@pytest.mark.parametrize(
    "rest", [b'{"student": "cy", "exerc', b"\0\0\0\0", b"{}", b"\xff\n", b'["x"]\n']
)
def test_a_broken_last_line_is_told_and_cut(
    rest: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What a killed process has left is no result; the next one takes its place."""
    path = written(tmp_path / "marks.jsonl", ANN)
    whole = path.read_bytes()
    path.write_bytes(whole + rest)

    assert journal.read(path) == [ANN]
    assert "line 2 is no result" in capsys.readouterr().err
    written(path, BOB, resume=True)
    assert path.read_bytes().startswith(whole + b'{"student": "bob"')
    assert journal.read(path) == [ANN, BOB]
    assert capsys.readouterr().err == ""


def test_a_last_line_without_an_end_is_read_and_written_again(tmp_path: Path) -> None:
    """An editor may have taken the end of the line away; the next line is its own."""
    path = written(tmp_path / "marks.jsonl", ANN, BOB)
    path.write_bytes(path.read_bytes().removesuffix(b"\n"))

    assert journal.read(path) == [ANN, BOB]
    assert journal.read(written(path, BOB, resume=True)) == [ANN, BOB]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{", "no result (Expecting property name"),
        ("[]", "no result ("),
        ('{"student": "ann"}', "no result (no 'exercise')"),
        (json.dumps({**ANN.row, "verdict": "great"}), "'great' is no verdict"),
        (json.dumps({**ANN.row, "student": 5}), "a name is no text"),
        ("[" * 100_000, "no result ("),
    ],
)
def test_an_error_says_why(tmp_path: Path, line: str, why: str) -> None:
    """The file, the line and the reason are named; an empty line is nothing."""
    file = tmp_path / "marks.jsonl"
    file.write_text("\n".join([json.dumps(ANN.row), "", line, json.dumps(BOB.row)]))

    with pytest.raises(WrongUse, match=r"marks\.jsonl, line 3 is ") as raised:
        journal.read(file)
    assert why in str(raised.value)


@pytest.mark.parametrize("resume", [False, True])
def test_a_broken_line_in_the_middle_is_an_error(tmp_path: Path, resume: bool) -> None:
    """It is named, and nothing is changed."""
    path = written(tmp_path / "marks.jsonl", ANN, BOB)
    path.write_bytes(b"{]\n" + path.read_bytes())
    before = path.read_bytes()

    with pytest.raises(WrongUse, match="line 1 is no result"):
        journal.read(path) if not resume else Journal(path, resume=True)
    assert path.read_bytes() == before


def test_a_file_that_is_there_is_kept(tmp_path: Path) -> None:
    """Who does not go on begins anew; the last marks stand beside it."""
    path = written(tmp_path / "marks.jsonl", ANN)
    written(path, BOB)

    assert journal.read(path) == [BOB]
    assert journal.read(tmp_path / "marks.jsonl~") == [ANN]


def test_two_runs_can_not_write_to_one_journal(tmp_path: Path) -> None:
    """The second one is told so at once, and the journal is as it was."""
    path = tmp_path / "marks.jsonl"
    with Journal(path) as opened:
        opened.write(ANN)
        for resume in (False, True):
            with pytest.raises(WrongUse, match="is being written by another run"):
                Journal(path, resume=resume)
        opened.write(BOB)

    assert journal.read(path) == [ANN, BOB]
    assert not (tmp_path / "marks.jsonl~").exists()


def test_the_lock_ends_with_its_run(tmp_path: Path) -> None:
    """A journal that could not be opened is not locked afterwards."""
    path = tmp_path / "marks.jsonl"
    path.write_bytes(b"{]\n{]\n")
    with pytest.raises(WrongUse, match="line 1"):
        Journal(path, resume=True)

    assert journal.read(written(path, ANN)) == [ANN]


def test_what_it_says_already_is_not_written_again(tmp_path: Path) -> None:
    """A row is the same, whatever time it has taken."""
    path = written(tmp_path / "marks.jsonl", ANN, BOB)
    slower = replace(ANN, seconds=9.0)
    written(path, slower, BETTER, resume=True)

    assert path.read_bytes().count(b"\n") == 3
    assert journal.read(path) == [ANN, BETTER]


def test_a_line_is_written_whole_or_the_run_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without room for a line, nothing more is written behind half of one."""
    path = tmp_path / "marks.jsonl"
    write = os.write
    with Journal(path) as opened:
        opened.write(ANN)
        monkeypatch.setattr(os, "write", lambda file, text: write(file, text[:20]))
        with pytest.raises(OSError, match="no room"):
            opened.write(BOB)
        monkeypatch.undo()

    assert journal.read(path) == [ANN]


@pytest.mark.parametrize("name", ["nowhere/marks.jsonl", "."])
def test_a_journal_that_can_not_be_used_is_wrong_use(name: str, tmp_path: Path) -> None:
    """A folder that does not exist is told before anything is graded."""
    with pytest.raises(WrongUse, match="can't write to"):
        Journal(tmp_path / name)
    with pytest.raises(WrongUse, match="can't read"):
        journal.read(tmp_path / name)
