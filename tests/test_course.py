"""A course from end to end: released, built, installed, laid out, solved."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
import zipfile
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest
from packaging.version import Version

from threadlings import kit, leaks
from threadlings.cli import main


def can_build() -> bool:
    """Whether a wheel can be built here, without an index.

    Nothing is imported for that: setuptools changes what other tests have imported.
    """
    try:
        return bool(version("pip")) and Version(version("setuptools")) >= Version("77")
    except PackageNotFoundError:
        return False


ROOT = kit.root(Path(__file__))
ONE = kit.exercise(ROOT, "03")
HIDDEN = '''

@every_order(hidden=True, points=2)
def test_nothing_is_left_behind(submission):
    """What nobody may know beforehand."""
    buffer = submission.BoundedBuffer(7)
    assert len(buffer) == 0, f"there were {len(buffer)} of the seven"
'''
BUILD = "import sys, setuptools.build_meta as b; b.build_wheel(sys.argv[1])"
pytestmark = [
    pytest.mark.timeout(300),
    pytest.mark.skipif(not shutil.which("git"), reason="there is no git here"),
    pytest.mark.skipif(not can_build(), reason="no setuptools here that builds wheels"),
]


def run(*words: object, cwd: Path, status: int = 0) -> str:
    """What a command prints, which has to end with this *status*."""
    env = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "PYTHONHOME")}
    ended = subprocess.run(
        list(map(str, words)), cwd=cwd, env=env, capture_output=True, encoding="utf-8"
    )
    assert ended.returncode == status, ended.stdout + ended.stderr
    return ended.stdout


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The kit with one exercise, which has a hidden promise, in git."""
    root = tmp_path_factory.mktemp("kit").resolve()
    for name in ("LICENSE", "pyproject.toml"):
        shutil.copy(ROOT / name, root)
    tests = f"tests/answers/{ONE.number}"
    for name in ("graders/threadlings", f"graders/{ONE.number}", tests):
        shutil.copytree(ROOT / name, root / name, ignore=leftovers)
    for name in (f"exercises/{ONE.number}", f"solutions/{ONE.number}"):
        shutil.copytree(ROOT / name, root / name, ignore=leftovers)
    for file in (ROOT / "exercises").glob("*.*"):
        shutil.copy(file, root / "exercises")
    with open(kit.exercise(root, "03").grader, "a", encoding="utf-8") as file:
        file.write(HIDDEN)
    run("git", "init", "-q", cwd=root)
    run("git", "add", ".", cwd=root)
    return root


def leftovers(folder: str, names: list[str]) -> set[str]:
    """What Python has left in a folder."""
    return {name for name in names if name.startswith((".", "__pycache__"))}


@pytest.fixture(scope="module")
def course(original: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The students' copy."""
    folder = tmp_path_factory.mktemp("course")
    assert main(["--kit", str(original), "release", "--out", str(folder)]) == 0
    return folder


@pytest.fixture(scope="module")
def wheel(course: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel that is built from the copy."""
    folder = tmp_path_factory.mktemp("wheel")
    copy = tmp_path_factory.mktemp("build") / "copy"
    shutil.copytree(course, copy)
    run(sys.executable, "-c", BUILD, folder, cwd=copy)
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh virtual environment with that wheel, and what it requires, from here."""
    folder = tmp_path_factory.mktemp("venv")
    venv.create(folder)
    made = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    install = (*("-m", "pip", "--python", made, "install", "-q"), "--no-index")
    run(sys.executable, *install, "--no-deps", wheel, cwd=folder)
    (packages,) = folder.rglob("site-packages")
    ours = [path for path in sys.path if Path(path).name == "site-packages"]
    (packages / "required.pth").write_text("\n".join(ours), "utf-8")
    return made


def test_the_wheel_holds_nothing_hidden(
    original: Path, wheel: Path, tmp_path: Path
) -> None:
    """What students install is what they may read, and it is complete."""
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(tmp_path)
    secret = leaks.secrets(original, kit.exercises(original))
    data = tmp_path / "threadlings" / "data"

    assert list(leaks.leaks(tmp_path, secret)) == []
    assert [one.number for one in kit.exercises(data)] == ["03"]
    assert "What nobody may know" in kit.exercise(original, "03").grader.read_text()


def test_the_copy_is_graded_where_it_is(course: Path, python: Path) -> None:
    """`pip install . && pytest exercises/03`: the stub fails, as it should."""
    said = run(python, "-m", "pytest", "exercises/03", cwd=course, status=1)

    assert f"{len(ONE.promises)} failed" in said


def test_a_student_needs_the_package_only(python: Path, tmp_path: Path) -> None:
    """Laid out, failed, solved, passed: no kit is anywhere near."""
    here = tmp_path.resolve()
    run(python, "-m", "threadlings", "init", "work", cwd=here)
    work = here / "work"
    grade = (python, "-m", "pytest", "exercises/03")
    failed = run(*grade, "-k", "first_in", cwd=work, status=1)
    shutil.copy(ONE.solution, work / "exercises" / "03")
    passed = run(*grade, cwd=work)

    assert "again  pytest exercises/03 -k first_in_first_out" in failed
    assert f"{len(ONE.promises)} passed" in passed
    assert "kept  " in run(
        python,
        "-m",
        "threadlings",
        "show",
        "exercises/03",
        *("--exercise", "03"),
        cwd=work,
    )
