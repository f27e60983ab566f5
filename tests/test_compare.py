"""Runs on several Pythons come to the same, or it is told who does not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from threadlings import check, kit
from threadlings.check import Known
from threadlings.cli import main
from threadlings.compare import shared

ROOT = kit.root(Path(__file__))
FAILS = {"verdict": "fail", "kinds": ["race", "leak"]}
PASSES = {"verdict": "pass", "kinds": []}


def write(file: Path, *rows: dict[str, object], kit: str = "k") -> str:
    """A run with a row for each of the files a.py, b.py, …"""
    lines = [
        {"file": f"{letter}.py", "kit": kit, "content": "c", **row}
        for letter, row in zip("abc", rows, strict=False)
    ]
    file.write_text("".join(json.dumps(line) + "\n" for line in lines))
    return str(file)


def compared(
    capsys: pytest.CaptureFixture[str], *files: Path | str
) -> tuple[int, list[str]]:
    """The status of `threadlings compare`, and its lines."""
    status = main(["compare", *map(str, files)])
    said = capsys.readouterr()
    return status, (said.out + said.err).splitlines()


def test_what_is_the_same_is_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who was compared is said, and who was not there."""
    files = [write(tmp_path / f"py31{n}.jsonl", FAILS, PASSES) for n in (0, 1)]

    assert compared(capsys, *files, tmp_path / "py314.jsonl") == (
        0,
        ["compared: py310, py311; not there: py314", "2 files, 0 differences"],
    )


def test_a_difference_is_told_with_both_verdicts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The file, and who has found what."""
    files = [
        write(tmp_path / f"py31{number}.jsonl", PASSES, row)
        for number, row in enumerate((FAILS, PASSES, FAILS))
    ]

    assert compared(capsys, *files) == (
        1,
        [
            *("b.py differs", "  py310, py312: fail race", "  py311: pass"),
            *("compared: py310, py311, py312", "2 files, 1 difference"),
        ],
    )


def test_who_tried_less_is_compared_in_that(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An exercise that is too new for a Python is no difference."""
    files = [
        write(tmp_path / "py310.jsonl", FAILS),
        write(tmp_path / "py311.jsonl", FAILS, PASSES),
        write(tmp_path / "py312.jsonl", FAILS, PASSES, FAILS),
    ]

    assert compared(capsys, *files)[1][-1] == "2 files, 0 differences"


def test_another_kit_is_not_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that is left from another day does not pass for this one, nor spoil it."""
    files = [write(tmp_path / f"py31{number}.jsonl", FAILS) for number in (0, 1)]
    old = write(tmp_path / "py312.jsonl", PASSES, kit="old")
    status, said = compared(capsys, *files, old)

    assert status == 1
    assert said[0] == "py312 has tried nothing that another one has, of the same kit"
    assert said[-1] == "1 file, 0 differences"


@pytest.mark.parametrize("there", [0, 1])
def test_fewer_than_two_are_no_success(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], there: int
) -> None:
    """Where nothing could be compared, nothing was shown."""
    files = [tmp_path / "py310.jsonl", tmp_path / "py311.jsonl"]
    for file in files[:there]:
        write(file, FAILS)
    status, said = compared(capsys, *files)

    assert status == 1
    assert said[-1] == "There is nothing to compare with fewer than two."


@pytest.mark.parametrize("text", ["no", "[]\n", "{}\n", '{"file": "a"}\n', "\xff"])
def test_a_file_of_another_kind_is_wrong_use(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    """It is said which file, and which line."""
    files = [tmp_path / "a.jsonl", tmp_path / "b.jsonl"]
    write(files[0], FAILS)
    files[1].write_text(text, "latin-1")
    status, said = compared(capsys, *files)

    assert status == 2
    assert "b.jsonl: line 1 is none that `check --jsonl` has written" in said[0]


def test_values_may_be_anything() -> None:
    """What more than one run has looked at, by what they have found."""
    runs = {"old": {"x": 1, "y": 2}, "new": {"x": 1, "y": 3, "z": 4}}

    assert shared(runs) == {"x": {1: ["old", "new"]}, "y": {2: ["old"], 3: ["new"]}}


# ── a share ──────────────────────────────────────────────────────────────────
def test_the_shares_are_the_whole() -> None:
    """Each answer is in one of them; stubs and solutions are in all."""
    files = list(check.known(kit.exercise(ROOT, "02")))
    parts = [check.share(files, part, 4) for part in (1, 2, 3, 4)]
    both = files[:2]

    assert all(part[:2] == both for part in parts)
    assert sorted(
        (one for part in parts for one in part[2:]), key=files.index
    ) == sorted(files[2:], key=files.index)
    assert check.share(files, 1, 1) == files
    assert all(2 < len(part) < len(files) / 2 for part in parts)


def test_what_is_in_a_file_decides(tmp_path: Path) -> None:
    """Not where it is or what it is called, so a share is the same everywhere."""
    one = kit.exercise(ROOT, "02")
    answers = [known for known in check.known(one) if known.role == check.WRONG]
    chosen = {known.content for known in check.share(answers, 2, 3)}
    for number, known in enumerate(reversed(answers)):
        (tmp_path / f"{number}.py").write_bytes(known.file.read_bytes())
    moved = [Known(one, file, check.WRONG) for file in tmp_path.iterdir()]

    assert {known.content for known in check.share(moved, 2, 3)} == chosen


@pytest.mark.parametrize("text", ["0/4", "5/4", "1", "1/0", "a/b", "1/4/4", "-1/4"])
def test_no_share(capsys: pytest.CaptureFixture[str], text: str) -> None:
    """A share that there is not is wrong use."""
    assert main(["check", f"--share={text}"]) == 2
    assert "is no share; write 1/4, or 2/4" in capsys.readouterr().err
