"""A new exercise: all files are there, it can be checked, and says what is missing."""

from __future__ import annotations

from pathlib import Path

import kits
import pytest

from threadlings import kit, tidy
from threadlings.cli import main
from threadlings.kit import Exercise


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A kit with the one exercise 02, `counter`."""
    return kits.tiny(tmp_path).root


@pytest.mark.timeout(120)
def test_a_new_exercise_can_be_checked_at_once(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its files fit together, and all that is left is said, file by file."""
    assert main(["--kit", str(root), "new", "50", "ski_lift"]) == 0
    made = capsys.readouterr().out
    status = main(["--kit", str(root), "check", "50"])
    told = capsys.readouterr().out.splitlines()
    one = Exercise(root, "50", "ski_lift")
    files = [one.stub, one.solution, one.grader, one.folder / "README.md"]
    names = [file.relative_to(root).as_posix() for file in files]

    assert all(name in made for name in names)
    assert "`threadlings check 50` tells what is left" in made
    assert status == 1
    assert told[:9] == [
        "tests/answers/50/right has 0 answers; at least 4 are needed",
        "tests/answers/50/wrong has 0 answers; at least 10 are needed",
        *(line for line in told if " has to be filled in: <<" in line),
    ]
    assert told[9].startswith("1 exercise, 2 files, 9 problems, ")


def test_what_is_filled_in_is_in_order(root: Path) -> None:
    """Without the marks, nothing but the known answers is missing."""
    main(["--kit", str(root), "new", "50", "ski_lift"])
    one = Exercise(root, "50", "ski_lift")
    for folder in (one.folder, one.solution.parent, one.grader.parent):
        for file in folder.iterdir():
            text = file.read_text("utf-8").replace("<<", "").replace(">>", "")
            file.write_text(text, "utf-8")

    assert list(tidy.problems(one)) == list(tidy.few(one))
    assert "class SkiLift:" in one.stub.read_text("utf-8")
    assert kit.exercises(root)[-1] == one


@pytest.mark.parametrize(
    ("number", "module", "words"),
    [
        ("02", "tally", "02 is taken: exercises/02 is there"),
        ("03", "counter", "02 is called counter; take another name"),
        ("3", "tally", "'3' is no number of an exercise"),
        ("١٢", "tally", "is no number of an exercise"),
        ("03", "Tally", "'Tally' is no name of a module"),
        ("03", "ski-lift", "'ski-lift' is no name of a module"),
        ("03", "../tally", "is no name of a module"),
        ("03", "class", "'class' is no name of a module"),
        ("03", "queue", "queue is a module of Python itself"),
    ],
)
def test_what_can_not_be_is_refused(
    root: Path,
    capsys: pytest.CaptureFixture[str],
    number: str,
    module: str,
    words: str,
) -> None:
    """A number that is taken, or a name that is none; and nothing is made."""
    before = sorted(root.rglob("*"))

    assert main(["--kit", str(root), "new", number, module]) == 2
    assert words in capsys.readouterr().err
    assert sorted(root.rglob("*")) == before


def test_an_installed_kit_is_not_written_to(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exercises are written where they are kept."""
    monkeypatch.setattr(kit, "DATA", root.resolve())

    assert main(["--kit", str(root), "new", "50", "ski_lift"]) == 2
    assert "say --kit DIR" in capsys.readouterr().err
