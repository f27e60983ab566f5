"""Gradescope: what is uploaded installs itself, and always leaves a result."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import forms
import jsonschema
import pytest

from threadlings import kit
from threadlings.books import wheel
from threadlings.cli import main

pytestmark = [
    pytest.mark.timeout(300),
    pytest.mark.skipif(sys.platform == "win32", reason="Gradescope runs bash scripts"),
]
ROOT = kit.root(Path(__file__))
SOLUTION = (ROOT / "solutions" / "02" / "counter.py").read_text("utf-8")
STUB = (ROOT / "exercises" / "02" / "counter.py").read_text("utf-8")
LEAVES = "import importlib\nimportlib.import_module('os')._exit(0)\n"


def make(folder: Path, *words: str) -> int:
    """Run the command on the real kit."""
    return main(["--kit", str(ROOT), *words, "autograder", "02", str(folder)])


@pytest.fixture(scope="module")
def autograder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What stands for /autograder, as Gradescope builds it from the archive."""
    room = tmp_path_factory.mktemp("gradescope")
    assert make(room / "counter") == 0
    home = room / "autograder"
    for name in ("source", "results", "submission"):
        (home / name).mkdir(parents=True)
    with zipfile.ZipFile(room / "counter.zip") as archive:
        archive.extractall(home / "source")
    (room / "bin").mkdir()
    (room / "bin" / "python3").symlink_to(sys.executable)
    offline = {"PIP_NO_INDEX": "1", "PIP_NO_DEPS": "1", "PIP_QUIET": "1"}
    run(home, "source/setup.sh", room / "bin", **offline)
    (site,) = (home / "venv" / "lib").glob("python*/site-packages")
    # What Gradescope's machine gets from the network is here already.
    others = [path for path in sys.path if path.endswith("site-packages")]
    (site / "others.pth").write_text("\n".join(others))
    return home


def run(home: Path, script: str, first: Path, **more: str) -> str:
    """Run one of its scripts as Gradescope does; what it printed."""
    known = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    path = f"{first}{os.pathsep}{known['PATH']}"
    done = subprocess.run(
        ["bash", str(home / script)],
        cwd=home,
        env=known | {"AUTOGRADER": str(home), "PATH": path} | more,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    assert script != "source/setup.sh" or done.returncode == 0, done.stdout
    return done.stdout


Grade = Callable[[dict[str, str]], dict[str, Any]]


@pytest.fixture
def grade(autograder: Path, tmp_path: Path) -> Grade:
    """Hands files in and gives the result, as far as Gradescope accepts it."""

    def handed_in(files: dict[str, str]) -> dict[str, Any]:
        submission = autograder / "submission"
        submission.rename(tmp_path / "before")
        submission.mkdir()
        for name, text in files.items():
            (submission / name).parent.mkdir(parents=True, exist_ok=True)
            (submission / name).write_text(text, "utf-8")
        run(autograder, "source/run_autograder", tmp_path)
        file = autograder / "results" / "results.json"
        found: dict[str, Any] = json.loads(file.read_text("utf-8"))
        jsonschema.validate(found, forms.GRADESCOPE)
        file.unlink()
        return found

    return handed_in


@pytest.mark.parametrize(
    "place", ["counter.py", "02/counter.py", "exercises/02/counter.py"]
)
def test_a_right_answer_has_all_points(grade: Grade, place: str) -> None:
    """Handed in as a file, or in a repository that is laid out as the kit is."""
    found = grade({place: SOLUTION, "README.md": "mine"})

    assert found["score"] == 5
    assert {test["status"] for test in found["tests"]} == {"passed"}


def test_a_wrong_answer_has_the_points_of_the_promises_that_it_keeps(
    grade: Grade,
) -> None:
    """Each broken promise is explained."""
    found = grade({"counter.py": STUB})
    failed = [test for test in found["tests"] if test["status"] == "failed"]

    assert (found["score"], len(found["tests"]), len(failed)) == (2, 5, 3)
    assert "race: ann wrote counter._value" in failed[0]["output"]


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({}, "looked for submission/02/counter.py, the folder is empty"),
        ({"Counter.py": SOLUTION}, "and there is Counter.py"),
        ({"counter.py": LEAVES}, "There is no mark: your program ended, or had to be"),
        ({"counter.py/x": ""}, "counter.py is a folder"),
    ],
)
def test_what_can_not_be_judged_is_no_mark(
    grade: Grade, files: dict[str, str], words: str
) -> None:
    """There is no score, and the student reads why."""
    found = grade(files)

    assert "score" not in found
    assert words in found["output"]


def test_a_grader_that_does_not_start_is_no_mark(
    grade: Grade, autograder: Path, tmp_path: Path
) -> None:
    """The result says so, blames nobody and has no score."""
    command = autograder / "venv" / "bin" / "threadlings"
    command.rename(tmp_path / "away")
    try:
        command.write_text("#!/bin/sh\nkill -9 $$\n")
        command.chmod(0o755)
        found = grade({"counter.py": SOLUTION})
    finally:
        (tmp_path / "away").replace(command)

    assert "score" not in found
    assert "the grader did not come to its end" in found["output"]


def test_no_other_exercise_and_no_answer_is_in_it(autograder: Path) -> None:
    """The wheel has the package, one stub and one grader."""
    (wheel,) = (autograder / "source").glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()

    data = {name.split("/data/")[1] for name in names if "/data/" in name}
    assert {"exercises/02/counter.py", "graders/02/test_counter.py"} <= data
    assert all(name.split("/")[1] == "02" for name in data)
    assert not [name for name in names if "solution" in name or "answers" in name]


def test_the_student_is_spoken_to_in_the_language_of_the_class(
    tmp_path: Path,
) -> None:
    """It is the one that is spoken when the autograder is made."""
    assert make(tmp_path / "counter", "--lang", "ko") == 0
    script = (tmp_path / "counter" / "run_autograder").read_text("utf-8")
    waiting = (tmp_path / "counter" / "unfinished.json").read_text("utf-8")

    assert "THREADLINGS_LANG=ko" in script
    assert "점수가 없어요." in waiting


def test_what_is_not_installed_can_not_be_packed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What the package needs is known of an installed one only."""
    monkeypatch.setattr(wheel, "NAME", "threadlings-of-nobody")

    assert make(tmp_path / "counter") == 2
    assert "is not installed here: pip install it first" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["counter", "counter.zip"])
def test_nothing_is_written_over(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is there already is in the way."""
    (tmp_path / name).mkdir()

    assert make(tmp_path / "counter") == 2
    assert f"{name} is there already" in capsys.readouterr().err
