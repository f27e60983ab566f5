"""Notebooks for nbgrader: what is in them, and a course from nothing to its marks."""

from __future__ import annotations

import copy
import csv
import importlib.util
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from threadlings import cell, grade, intake, kit, lesson, notebook, texts
from threadlings.cli import main
from threadlings.kit import KitError

ROOT = kit.root(Path(__file__))
EXERCISES = kit.exercises(ROOT)
SOLUTION = (ROOT / "solutions" / "02" / "counter.py").read_text("utf-8").rstrip("\n")
STUB = (ROOT / "exercises" / "02" / "counter.py").read_text("utf-8").rstrip("\n")
SECRET = "test_a_reader_disturbs_nobody"  # is hidden in our copy of the kit

needs_nbformat = pytest.mark.skipif(
    importlib.util.find_spec("nbformat") is None, reason="needs nbformat"
)
needs_nbgrader = pytest.mark.skipif(
    importlib.util.find_spec("nbgrader") is None, reason="needs nbgrader"
)


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A kit with one exercise, of which one promise is hidden and worth 3 points."""
    for top in ("exercises", "graders", "solutions"):
        shutil.copytree(ROOT / top / "02", tmp_path / top / "02")
    grader = tmp_path / "graders" / "02" / "test_counter.py"
    text = grader.read_text("utf-8")
    shown, hidden = "@every_order\n", "@every_order(points=3, hidden=True)\n"
    grader.write_text(text.replace(f"{shown}def {SECRET}", f"{hidden}def {SECRET}"))
    return tmp_path


def cells(file: Path) -> list[Any]:
    """The cells of a notebook, with their sources in one piece."""
    found: list[Any] = json.loads(file.read_text("utf-8"))["cells"]
    for one in found:
        one["source"] = "".join(one["source"])
    return found


# ── what is in a notebook ────────────────────────────────────────────────────
@needs_nbformat
@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_every_exercise_is_a_notebook(
    language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In every language: the text without hints, the answer, a cell for a promise."""
    numbers = [one.number for one in EXERCISES]
    words = ["--kit", ROOT, "--lang", language, "notebook", *numbers]
    assert main([*map(str, words), "--course", str(tmp_path)]) == 0
    texts.speak()

    for one in EXERCISES:
        file = tmp_path / "source" / one.number / f"{one.module}.ipynb"
        text, answer, *tests = cells(file)
        readme = lesson.readme(one, language)
        assert text["source"].startswith(readme.partition("\n")[0])
        assert all(f"\n- {each}\n" in text["source"] for each in lesson.done(readme))
        assert "pytest" not in text["source"]
        assert not any(hint in text["source"] for hint in lesson.hints(readme))
        assert f"`{one.module}.py`" in text["source"].rpartition("\n\n")[2]
        assert answer["metadata"]["nbgrader"]["solution"]
        assert [each["metadata"]["nbgrader"]["points"] for each in tests] == [
            term.points for term in one.terms
        ]
    assert len(capsys.readouterr().out.splitlines()) == len(EXERCISES) + 1


@needs_nbformat
def test_a_hidden_promise_is_not_told(copied: Path) -> None:
    """Outside of the region that nbgrader takes away there is no word of it."""
    one = kit.exercise(copied, "02")
    made = json.loads(notebook.source(one))
    last = made["cells"][5]
    text = json.dumps([each for each in made["cells"] if each is not last])
    region = "".join(last.pop("source")).splitlines()

    for word in (SECRET, SECRET.removeprefix("test_"), one.promises[SECRET]):
        assert word not in text + json.dumps(last)
    assert region[1] == "### BEGIN HIDDEN TESTS"
    assert region[-1] == "### END HIDDEN TESTS"
    assert last["metadata"]["nbgrader"]["points"] == 3


@needs_nbformat
def test_what_a_teacher_has_written_stays(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same notebook may be written again; a changed one is not overwritten."""
    command = ["--kit", str(ROOT), "notebook", "02", "--course", str(tmp_path)]
    file = tmp_path / "source" / "02" / "counter.ipynb"

    (tmp_path / "nbgrader_config.py").write_text("c = get_config()\n")
    assert main(command) == main(command) == 0
    said = f"  configure(get_config(), kit={str(ROOT)!r}, language='en')\n"
    assert said in capsys.readouterr().out
    file.write_text("mine")
    assert main(command) == 2
    assert "counter.ipynb is there, and differs" in capsys.readouterr().err
    assert file.read_text() == "mine"


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ("nbformat", "pip install 'threadlings[notebook]'"),
        pytest.param("solutions", "there is no solution", marks=needs_nbformat),
    ],
)
def test_what_is_missing_is_said(
    missing: str,
    said: str,
    copied: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Without the extra, or without solutions, one line says what to do."""
    monkeypatch.setitem(sys.modules, missing, None)
    shutil.rmtree(copied / missing, ignore_errors=True)
    course = copied / "course"

    assert main(["--kit", str(copied), "notebook", "02", "--course", str(course)]) == 2
    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1
    assert not course.exists()


# ── what a student's test cell does ──────────────────────────────────────────
@pytest.mark.parametrize("one", EXERCISES, ids=[one.number for one in EXERCISES])
def test_the_answer_is_found(one: kit.Exercise) -> None:
    """The last cell with all names of the exercise is it, however it makes them."""
    names = cell.NAME.findall(one.stub.read_text("utf-8"))
    around = ["import threading", *(f"{name}(1)\n{name} == 2" for name in names)]

    assert names
    for file in (one.stub, one.solution, *one.answers.glob("right/*.py")):
        text = file.read_text("utf-8")
        assert cell.answer([*around, one.module, text, *around], names) == text
    assert cell.answer(around, names) is None


def test_a_test_cell_shows_one_promise(
    copied: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A picture or a line, and the points; nothing but points where it is hidden."""
    monkeypatch.chdir(copied)
    ran, shown = ["check()"], []
    monkeypatch.setattr(cell, "_ran", lambda: ran)
    monkeypatch.setattr(cell, "_display", lambda *words: shown.append(words))

    assert cell.check("02", "test_counts_from_zero") == 0
    assert "Run the cell with your answer first, the one with Counter." in (
        capsys.readouterr().out
    )
    ran.insert(0, STUB)
    assert cell.check("02", "test_two_increments_at_once_both_count") == 0
    [(words, page)] = shown
    assert "threadlings show counter.py --exercise 02 -k two_inc" in words
    assert "<iframe" in page
    assert cell.check("02", SECRET) == 0
    assert capsys.readouterr().out == ""
    ran[0] = SOLUTION
    assert cell.check("02", SECRET) == 3
    assert capsys.readouterr().out == ""
    assert cell.check("02", "test_counts_from_zero", "ko") == 1
    assert capsys.readouterr().out.startswith("지킴  ")
    assert len(shown) == 1
    texts.speak()


def test_outside_of_a_notebook_there_is_nothing_to_check() -> None:
    """Whoever calls it elsewhere is told what it is for."""
    with pytest.raises(KitError, match="for the test cells of a notebook"):
        cell.check("02", "test_counts_from_zero")


# ── a course ─────────────────────────────────────────────────────────────────
def lose_answer(made: Any) -> None:
    """A student deletes the cell with the answer."""
    del made["cells"][1]


def meddle(made: Any) -> None:
    """What would end nbgrader's whole batch; and tests: forged, spoilt, lost, new."""
    stray = copy.deepcopy(made["cells"][1])
    stray |= {"source": "raise SystemExit", "id": "stray"}
    made["cells"].insert(1, stray)  # a second cell of this name
    made["cells"][3]["metadata"]["nbgrader"]["schema_version"] = 2
    made["cells"][4]["source"] = "99"
    made["cells"][5]["metadata"]["nbgrader"] = [1]
    new = copy.deepcopy(made["cells"][4])
    new["metadata"]["nbgrader"] |= {"grade_id": "new", "points": 50}
    made["cells"].append(new | {"id": "new"})
    del made["cells"][6]


ANSWERS = {
    "right": SOLUTION,
    "wrong": STUB,
    "deadlocked": SOLUTION.replace("with self._lock:", "if self._lock.acquire():"),
    "looping": SOLUTION.replace("self._value += 1", "while True: pass"),
    "leaving": f"import os\nos._exit(0)\n{SOLUTION}",
    "killed": f"import os\nos.kill(os.getpid(), 9)\n{SOLUTION}",
    "cheating": "try:\n    from IPython import get_ipython\n"
    "    get_ipython().run_cell = lambda *a, **k: None\nexcept Exception: pass\n"
    f"{STUB}",
    "noisy": "import sys, threading\n"
    "noise = threading.Thread(target=lambda: print('no', file=sys.stderr) or 1 / 0)\n"
    f"noise.start()\nnoise.join()\n{SOLUTION}",
    "marked-up": "class Counter:\n    value = 0\n    def increment(self):\n"
    "        raise ValueError('<script>alert(1)</script>\\x1b[31m')",
    "meddling": SOLUTION,
}
UNREADABLE = ("answerless", "broken", "renamed")  # no text of a module


def hand_in(course: Path) -> None:
    """What the students of a course make of the released notebook."""
    released = json.loads((course / "release/02/counter.ipynb").read_text("utf-8"))

    def put(student: str, source: str, edit: Callable[[Any], None] | None) -> Path:
        made = copy.deepcopy(released)
        made["cells"][1]["source"] = source
        if edit is not None:
            edit(made)
        file = course / "submitted" / student / "02" / "counter.ipynb"
        file.parent.mkdir(parents=True)
        file.write_text(json.dumps(made), "utf-8")
        return file

    for student, source in ANSWERS.items():
        put(student, source, meddle if student == "meddling" else None)
    put("answerless", "", lose_answer)
    put("broken", "", None).write_text('{"cells": [')
    file = put("renamed", SOLUTION, None)
    file.rename(file.with_name("my counter.ipynb"))


def scores(root: Path, folder: Path) -> dict[str, int | None]:
    """What `threadlings grade` says of the same texts, by student."""
    for student, source in ANSWERS.items():
        file = folder / student / "02" / "counter.py"
        file.parent.mkdir(parents=True)
        file.write_text(f"{source}\n", "utf-8")
    found = intake.from_class(folder, kit.exercises(root), ["02"])
    results = grade.grade(found.handed_in, together=2, patience=20)
    return {one.student: one.score for one in results} | dict.fromkeys(UNREADABLE)


def by_hand(course: Path) -> set[str]:
    """The students of whom the gradebook says that a person has to give a mark."""
    asked = (
        "SELECT DISTINCT student_id FROM grade"
        " JOIN submitted_notebook ON submitted_notebook.id = grade.notebook_id"
        " JOIN submitted_assignment"
        " ON submitted_assignment.id = submitted_notebook.assignment_id"
        " WHERE needs_manual_grade AND auto_score IS NULL"
    )
    book = sqlite3.connect(course / "gradebook.db")
    try:
        return {student for (student,) in book.execute(asked)}
    finally:
        book.close()


def left_over(mark: str) -> Iterator[str]:
    """The processes with *mark* in their environment."""
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if mark.encode() in (process / "environ").read_bytes():
                yield (process / "cmdline").read_text()
        except OSError:
            continue  # not ours, or gone meanwhile


@needs_nbgrader
@pytest.mark.timeout(600)
def test_a_course_from_nothing_to_its_marks(copied: Path) -> None:
    """Whatever is handed in, nbgrader's marks are those of `threadlings grade`.

    What nobody could judge has no points, and a person is asked for them.  Students
    read the engine's messages, escaped, and nothing of a hidden promise.
    """
    course = copied / "course"
    mark = f"COURSE={course}"
    paths = [str(Path(sys.executable).parent), os.environ["PATH"]]
    environment = {  # nbgrader calls alembic by its name
        **os.environ,
        "PATH": os.pathsep.join(paths),
        "PYTHONPATH": str(Path(grade.__file__).parents[1]),
        "HOME": str(copied),
        "COURSE": str(course),
    }

    def nbgrader(*words: str) -> tuple[int, str]:
        command = [sys.executable, "-m", "nbgrader", *words]
        log = copied / "log"
        with log.open("w") as file:
            done = subprocess.run(
                command, cwd=course, env=environment, stdout=file, stderr=file
            )
        return done.returncode, log.read_text("utf-8")

    assert main(["--kit", str(copied), "notebook", "02", "--course", str(course)]) == 0
    status, log = nbgrader("generate_assignment", "02")
    assert status == 0, log
    released = cells(course / "release" / "02" / "counter.ipynb")
    assert released[1]["source"] == STUB
    assert "HIDDEN" not in released[5]["source"]

    # A kernel runs the same test cells: all pass for the solution, not for the stub.
    files = [f"{folder}/02/counter.ipynb" for folder in ("source", "release")]
    _, log = nbgrader("validate", *files)
    assert "Success! Your notebook passes all the tests." in log
    assert "VALIDATION FAILED ON 2 CELL(S)!" in log

    hand_in(course)
    status, log = nbgrader("autograde", "02")
    assert status == 1, log  # nbgrader can't read two of the notebooks, and says so
    assert "answerless 02 ungraded: the notebook has no cell threadlings-02" in log
    expected = scores(copied, copied / "class")
    unjudged = {student for student, score in expected.items() if score is None}
    assert (expected["right"], expected["wrong"], expected["noisy"]) == (7, 2, 7)
    assert unjudged == {"killed", *UNREADABLE}
    assert by_hand(course) == unjudged

    status, log = nbgrader("generate_feedback", "02")
    assert status == 0, log
    pages = {
        page.parts[-3]: page.read_text("utf-8")
        for page in (course / "feedback").glob("*/02/counter.html")
    }
    assert set(pages) == set(expected) - {"broken", "renamed"}
    hidden = (SECRET, kit.exercise(copied, "02").promises[SECRET], "HIDDEN TESTS")
    for student, page in pages.items():
        assert not any(word in page for word in hidden), student
        assert ("Nobody has judged your answer" in page) == (student in unjudged)
    assert "race: ann wrote counter._value" in pages["wrong"]
    assert "deadlock: " in pages["deadlocked"]
    assert "<script>alert(1)" not in pages["marked-up"]
    assert "ValueError: &lt;script&gt;alert(1)" in pages["marked-up"]

    status, log = nbgrader("export")
    assert status == 0, log
    with (course / "grades.csv").open(newline="") as file:
        rows = {row["student_id"]: row for row in csv.DictReader(file)}
    assert {student: float(row["score"]) for student, row in rows.items()} == {
        student: score or 0 for student, score in expected.items()
    }
    assert {row["max_score"] for row in rows.values()} == {"7.0"}
    assert list(left_over(mark)) == []
