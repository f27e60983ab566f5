"""The students' copy: what is in it, what is not, and what happens if it is."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import kits
import pytest

from threadlings import kit, leaks, release
from threadlings.cli import main
from threadlings.kit import Exercise

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="there is no git here")
ROOT = kit.root(Path(__file__))
EXERCISES = kit.exercises(ROOT)
SECRET = '''

@every_order(hidden=True)
def test_three_behind(submission):
    """Three are three, as nobody knows."""
    counter = submission.Counter()
    for _ in "abc":
        counter.add()
    assert counter.value == 3, f"three became {counter.value}"
'''
NAMES = {
    *(".gitignore", ".released", "LICENSE", "README.ko.md", "README.md"),
    *("exercises", "graders", "pyproject.toml", "tox.ini"),
}


def git(root: Path, *words: str) -> None:
    """Run git in *root*."""
    subprocess.run(["git", "-C", str(root), *words], check=True, capture_output=True)


@pytest.fixture
def one(tmp_path: Path) -> Exercise:
    """The tiny kit with a hidden promise, in git."""
    made = kits.tiny(tmp_path / "kit")
    with open(made.grader, "a", encoding="utf-8") as file:
        file.write(SECRET)
    texts = {
        "pyproject.toml": "[project]\nname = 'kit'  # ours\n\n[tool.ruff]\nline = 88\n",
        "exercises/README.md": "| 02 | counter |\n| 03 | box |\n",
        "graders/threadlings/core.py": "# the engine\n",
        "graders/threadlings/README.md": "solutions are in solutions/\n",
        "LICENSE": "free\n",
        "README.md": "For those who write it.\n",
    }
    for name, text in texts.items():
        file = made.root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    git(made.root, "init", "-q")
    git(made.root, "add", ".")
    return made


@pytest.fixture
def make(one: Exercise, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    """Releases the tiny kit; the status and what was said."""

    def command(*words: object, out: Path = tmp_path / "out") -> tuple[int, str]:
        asked = ["--kit", one.root, "release", "--out", out, *words]
        status = main(list(map(str, asked)))
        said = capsys.readouterr()
        return status, " ".join((said.out + said.err).split())

    return command


def paths(folder: Path) -> list[str]:
    """All files in *folder*."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path.relative_to(folder).as_posix() for path in files)


# ── what is in it ────────────────────────────────────────────────────────────
def test_students_get_what_they_read_and_run(make: Any, tmp_path: Path) -> None:
    """Stubs, READMEs, graders, the package; no solution, no answer, nothing else."""
    status, said = make()

    assert (status, said) == (0, f"{tmp_path / 'out'}: 1 exercise, 12 files")
    assert paths(tmp_path / "out") == [
        *(
            ".released",
            "LICENSE",
            "README.ko.md",
            "README.md",
            "exercises/02/README.ko.md",
        ),
        *("exercises/02/README.md", "exercises/02/counter.py", "exercises/README.md"),
        *("graders/02/test_counter.py", "graders/02/think.json"),
        *("graders/threadlings/core.py", "pyproject.toml", "tox.ini"),
    ]


def test_what_is_for_developers_is_trimmed(make: Any, tmp_path: Path) -> None:
    """The package is described, and pytest told about exercises; no linter is."""
    make()
    project = (tmp_path / "out" / "pyproject.toml").read_text("utf-8")

    assert project.startswith("[project]\nname = 'kit'  # ours\n\n[tool.pytest")
    assert "ruff" not in project


def test_the_hidden_promise_is_gone(make: Any, one: Exercise, tmp_path: Path) -> None:
    """The grader is what it was before somebody added it."""
    make()
    grader = tmp_path / "out" / "graders" / "02" / "test_counter.py"

    assert grader.read_text("utf-8") == kits.GRADER


def test_two_releases_are_the_same(make: Any, tmp_path: Path) -> None:
    """To the byte, and a release over a release changes nothing."""
    first, second = tmp_path / "first", tmp_path / "second"
    make(out=first)
    make(out=second)
    before = {name: (first / name).read_bytes() for name in paths(first)}
    make(out=first)

    assert {name: (second / name).read_bytes() for name in paths(second)} == before
    assert {name: (first / name).read_bytes() for name in paths(first)} == before


def test_untracked_files_stay_at_home(make: Any, one: Exercise, tmp_path: Path) -> None:
    """Notes in the package are not for students; an exercise has to be in git."""
    (one.root / "graders" / "threadlings" / "notes.py").write_text("")
    assert make()[0] == 0
    assert "notes.py" not in str(paths(tmp_path / "out"))

    git(one.root, "rm", "-q", "--cached", "exercises/02/counter.py")
    status, said = make(out=tmp_path / "other")
    assert status == 2
    assert "exercises/02/counter.py is not tracked" in said


def test_no_repository_no_release(make: Any, one: Exercise, tmp_path: Path) -> None:
    """Without git nobody knows what belongs to the kit."""
    (one.root / ".git").rename(tmp_path / "elsewhere")
    status, said = make()

    assert status == 2
    assert "only what git tracks is released, and " in said


# ── what must not be in it ───────────────────────────────────────────────────
def append(name: str, text: str) -> Callable[[Exercise], None]:
    """Writes *text* at the end of a file of the kit."""

    def leak(one: Exercise) -> None:
        with open(one.root / name, "a", encoding="utf-8") as file:
            file.write(text)
        git(one.root, "add", ".")

    return leak


ENGINE = "graders/threadlings/core.py"
LEAKS = {
    "a line of the solution in a README": (
        append("exercises/02/README.ko.md", "\n> `with self.lock:`\n"),
        "exercises/02/README.ko.md has a line of ",
    ),
    "a line of the solution in a catalogue": (
        append(
            "exercises/messages.md", r'{"a": "x\n  self.lock = threading.Lock()\n"}'
        ),
        "exercises/messages.md has a line of ",
    ),
    "the solution in the package": (
        append(ENGINE, kits.SOLUTION),
        "graders/threadlings/core.py has 3 of 3 lines of solutions/02/counter.py",
    ),
    "a word that answers have, too": (append("LICENSE", "nobody locks\n"), ""),
    "a known answer": (
        append("exercises/README.md", f"\n# race: nobody locks\n{kits.STUB}"),
        "exercises/README.md has a line of tests/answers/02/wrong/none_",
    ),
    "the name of a hidden promise": (
        append(ENGINE, "# see test_three_behind\n"),
        "graders/threadlings/core.py has a hidden promise of 02: test_three_behind",
    ),
    "the sentence of a hidden promise": (
        append("exercises/README.md", "\nThree are three,\nas nobody knows.\n"),
        "exercises/README.md has a hidden promise of 02: Three are three, as nobody",
    ),
    "its reasons, which are cut": (
        append(
            "graders/02/reasons.json", '{"ko": {"three became {counter.value}": ""}}'
        ),
        "",
    ),
    "a line of a hidden promise": (
        append("exercises/README.md", '\nfor _ in "abc":\n'),
        'exercises/README.md has a line of a hidden promise of 02: for _ in "abc":',
    ),
}


@pytest.mark.parametrize(("leak", "words"), LEAKS.values(), ids=LEAKS)
def test_a_leak_is_found_and_nothing_is_written(
    make: Any, one: Exercise, tmp_path: Path, leak: Any, words: str
) -> None:
    """What is found is told with its place, and no folder is left behind.

    Where there are no words, nothing leaks: it is cut, or it says nothing.
    """
    leak(one)
    status, said = make()

    assert status == (1 if words else 0)
    assert words in said
    assert (tmp_path / "out").exists() == (not words)


def test_a_former_release_survives_a_leak(
    make: Any, one: Exercise, tmp_path: Path
) -> None:
    """Students keep what they had; what leaks was never in their folder."""
    make()
    before = paths(tmp_path / "out")
    append("exercises/02/README.md", kits.SOLUTION)(one)
    (one.root / "exercises" / "02" / "README.md").touch()
    status, said = make()

    assert status == 1
    assert "nothing was written to" in said
    assert paths(tmp_path / "out") == before
    assert "lock" not in (tmp_path / "out/exercises/02/README.md").read_text("utf-8")


@pytest.mark.parametrize("name", ["solutions/02/x.txt", ".git/HEAD", "a/b.pyc/tests"])
def test_a_path_that_is_kept_back_is_a_leak(
    one: Exercise, tmp_path: Path, name: str
) -> None:
    """Whatever is in it."""
    file = tmp_path / "out" / name
    file.parent.mkdir(parents=True)
    file.write_text("")
    secret = leaks.secrets(one.root, [one])

    assert list(leaks.leaks(tmp_path / "out", secret))


def test_the_place_of_the_kit_is_a_leak(one: Exercise, tmp_path: Path) -> None:
    """Students don't learn where their instructor keeps the solutions."""
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "a.txt").write_text(f"made in {one.root.resolve()}/exercises")
    (told,) = leaks.leaks(folder, leaks.secrets(one.root, [one]))

    assert told.startswith("a.txt has the path of the kit: ")


# ── where it goes ────────────────────────────────────────────────────────────
def test_a_folder_of_somebody_is_not_written_to(make: Any, tmp_path: Path) -> None:
    """A release goes into a new folder, an empty one, or a former release."""
    (tmp_path / "out").mkdir()
    assert make()[0] == 0
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").touch()
    status, said = make(out=tmp_path / "full")

    assert status == 2
    assert "full is not empty, and holds no former release" in said
    assert paths(tmp_path / "full") == ["mine.txt"]
    assert "is no folder" in make(out=tmp_path / "full" / "mine.txt")[1]
    assert "can't write to " in make(out=tmp_path / "full" / "mine.txt" / "out")[1]


def test_a_course_keeps_its_own_files(make: Any, tmp_path: Path) -> None:
    """What no release has put there stays; what a release has put there can go."""
    make()
    out = tmp_path / "out"
    (out / "syllabus.md").write_text("ours")
    listed = (out / ".released").read_text("utf-8")
    (out / "exercises" / "09").mkdir()
    (out / "exercises" / "09" / "old.py").write_text("")
    empty = release._digest(b"")
    (out / ".released").write_text(f"{listed}{empty}  exercises/09/old.py\n")
    make()

    assert (out / "syllabus.md").read_text() == "ours"
    assert not (out / "exercises" / "09").exists()


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (
            lambda out: (out / "README.md").write_text("ours"),
            "README.md was changed there since it was released",
        ),
        (
            lambda out: (out / ".released").write_text("0  ../kit/LICENSE\n"),
            ".released speaks of files that are elsewhere",
        ),
        (
            lambda out: (out / ".released").write_text(""),
            "which is from no release",
        ),
    ],
)
def test_what_a_course_has_changed_is_not_lost(
    make: Any, one: Exercise, tmp_path: Path, spoil: Any, words: str
) -> None:
    """Who has edited a release hears of it, and of a list that can't be trusted."""
    make()
    spoil(tmp_path / "out")
    status, said = make()

    assert status == 2
    assert words in said
    assert (one.root / "LICENSE").is_file()


# ── the real kit ─────────────────────────────────────────────────────────────
@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The students' copy of the kit itself."""
    if not (ROOT / ".git").exists():
        pytest.skip("this kit is no git repository")
    folder = tmp_path_factory.mktemp("release") / "course"
    assert main(["--kit", str(ROOT), "release", "--out", str(folder)]) == 0
    return folder


def test_the_kit_can_be_released(copy: Path) -> None:
    """All exercises are in it, and its own graders find them."""
    assert {path.name for path in copy.iterdir()} == NAMES
    assert [one.number for one in kit.exercises(copy)] == [o.number for o in EXERCISES]


@pytest.mark.parametrize("one", EXERCISES, ids=lambda one: one.number)
def test_an_answer_in_the_copy_would_be_found(one: Exercise, tmp_path: Path) -> None:
    """Its solution and each of its known answers has lines that tell."""
    secret = leaks.secrets(ROOT, [one])
    files = [one.solution, *one.answers.rglob("*.py")]
    for number, file in enumerate(files):
        (tmp_path / f"{number}.txt").write_bytes(file.read_bytes())
    told = {words.partition(".txt")[0] for words in leaks.leaks(tmp_path, secret)}

    assert {int(number) for number in told} == set(range(len(files)))


def test_links_of_the_copy_lead_somewhere(copy: Path) -> None:
    """No README speaks of a file that is not there."""
    for readme in [*copy.glob("*.md"), *copy.glob("exercises/**/*.md")]:
        for link in re.findall(r"\]\(([^)#]+)\)", readme.read_text("utf-8")):
            assert (readme.parent / link).exists(), (readme, link)


def test_some_exercises_can_be_released_alone(tmp_path: Path, copy: Path) -> None:
    """The lists name no others, and the first one is the first to be tried."""
    out = tmp_path / "course"
    words = ["release", "--out", str(out), "--exercise", "8", "03"]
    assert main(["--kit", str(ROOT), *words]) == 0
    text = (out / "exercises" / "README.md").read_text("utf-8")

    assert sorted(path.name for path in (out / "graders").glob("??")) == ["03", "08"]
    assert "pytest exercises/03" in text
    assert "exercises/01" not in text
    assert "[08](08/README.md) |" in text
    assert "| 02 " not in text
    assert "`pytest exercises/03`" in (out / "README.md").read_text("utf-8")
    test_links_of_the_copy_lead_somewhere(out)
