"""The exercises laid out for one student: complete, and never over what is there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from threadlings import init, kit
from threadlings.cli import main
from threadlings.forms import HOME

ROOT = kit.root(Path(__file__))
Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs `threadlings init` in the folder `work`: the status, and what is said."""

    def command(*words: str) -> tuple[int, str]:
        folder = str(tmp_path / "work")
        status = main([*words, "--kit", str(ROOT), "init", folder])
        said = capsys.readouterr()
        return status, " ".join((said.out + said.err).split()).replace(folder, "work")

    return command


def test_everything_is_laid_out(run: Run, tmp_path: Path) -> None:
    """Stubs and READMEs in both languages, the list of them, and what to type."""
    status, said = run()
    work = tmp_path / "work"

    assert status == 0
    assert said.startswith("work: new files: ")
    assert said.endswith("read README.md, and begin: pytest exercises/01")
    assert {path.name for path in work.iterdir()} == {
        *("README.md", "README.ko.md", "pytest.ini", "exercises"),
    }
    for one in kit.exercises(ROOT):
        folder = work / "exercises" / one.number
        assert {path.name for path in folder.iterdir()} == {
            *("README.md", "README.ko.md", one.stub.name),
        }
        assert (folder / one.stub.name).read_bytes() == one.stub.read_bytes()


def test_what_a_student_has_written_stays(run: Run, tmp_path: Path) -> None:
    """A second time adds what is missing, and names what it has left alone."""
    run()
    own = tmp_path / "work" / "exercises" / "03" / "bounded_buffer.py"
    own.write_text("mine")
    (tmp_path / "work" / "exercises" / "02" / "counter.py").unlink()
    status, said = run()

    assert status == 0
    assert said.startswith("work: new files: 1 Left alone, since they are not as they")
    assert "come: exercises/03/bounded_buffer.py" in said
    assert own.read_text() == "mine"
    assert (tmp_path / "work" / "exercises" / "02" / "counter.py").is_file()
    assert run()[1].startswith("work: nothing was missing")


def test_a_link_is_not_followed(run: Run, tmp_path: Path) -> None:
    """What leads elsewhere, even into nothing, is there, and is left alone."""
    (tmp_path / "work" / "exercises").mkdir(parents=True)
    (tmp_path / "work" / "README.md").symlink_to(tmp_path / "nothing")
    status, said = run()

    assert status == 0
    assert "as they come: README.md" in said
    assert not (tmp_path / "nothing").exists()


def test_it_is_said_in_korean(run: Run) -> None:
    """All that it prints."""
    _, said = run("--lang", "ko")

    assert "work: 새 파일" in said
    assert said.endswith("pytest exercises/01")


def test_a_kit_is_no_place_for_it(tmp_path: Path) -> None:
    """Who is in the kit's folder has the exercises already."""
    assert main(["--kit", str(ROOT), "init", str(ROOT)]) == 2
    assert not (ROOT / "pytest.ini").exists()


def test_a_file_in_the_way_is_told(tmp_path: Path) -> None:
    """A folder that can't be made is wrong use."""
    (tmp_path / "work").write_text("")
    with pytest.raises(init.WrongUse, match="can't write to "):
        init.lay_out(ROOT, tmp_path / "work")


@pytest.mark.parametrize("folder", ["init", "release", "new"])
def test_both_languages_speak_of_the_same(folder: str) -> None:
    """A README has the same commands in English and in Korean."""
    english, korean = (
        {
            line.strip()
            for line in (HOME / folder / name).read_text("utf-8").splitlines()
            if line.startswith("    ")
        }
        for name in ("README.md", "README.ko.md")
    )

    assert english == korean


def test_an_exercise_far_from_its_grader(pytester: pytest.Pytester) -> None:
    """`pytest exercises/03` grades what was laid out: the installed kit judges."""
    assert main(["init", str(pytester.path)]) == 0
    solution = ROOT / "solutions" / "02" / "counter.py"
    own = pytester.path / "exercises" / "02" / "counter.py"
    failed = pytester.runpytest("exercises/02", "-k", "two_increments")
    own.write_bytes(solution.read_bytes())
    passed = pytester.runpytest("exercises/2")

    failed.assert_outcomes(failed=1, deselected=4)
    failed.stdout.fnmatch_lines(["again  pytest exercises/02 -k two_increments*"])
    passed.assert_outcomes(passed=5)


def test_a_folder_of_somebody_else_is_not_ours(pytester: pytest.Pytester) -> None:
    """`exercises/03` of another course is collected as pytest always does."""
    pytester.makepyfile(**{"exercises/03/test_own": "def test_own(): pass"})

    pytester.runpytest("exercises/03").assert_outcomes(passed=1)
