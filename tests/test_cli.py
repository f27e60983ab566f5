"""The command: its words, its files, and a class of thirty in which no row is lost."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from threadlings import cli, grade, kit, marks
from threadlings.cli import main
from threadlings.intake import HandIn
from threadlings.marks import Report

ROOT = kit.root(Path(__file__))
GOLDEN = Path(__file__).with_name("golden") / "help.txt"
ANSWERS = ROOT / "tests" / "answers" / "02"
SOLUTION = (ROOT / "solutions" / "02" / "counter.py").read_text("utf-8")
STUB = (ROOT / "exercises" / "02" / "counter.py").read_text("utf-8")
PATIENCE = "5"


class Ended(NamedTuple):
    """How the command ended, and what it printed."""

    status: int
    out: str
    error: str


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Any:
    """Runs the command on the real kit."""

    def command(*words: object) -> Ended:
        status = main(["--kit", str(ROOT), *map(str, words)])
        return Ended(status, *capsys.readouterr())

    return command


# ── words ────────────────────────────────────────────────────────────────────
def test_the_help_is_as_it_was_agreed(capsys: pytest.CaptureFixture[str]) -> None:
    """The help of all commands is the golden file, on every Python.

    To agree to a change: THREADLINGS_GOLDEN=1 pytest tests/test_cli.py
    """
    for words in ([], *([name] for name in cli.COMMANDS)):
        assert main([*words, "--help"]) == 0
    printed = capsys.readouterr().out
    if os.environ.get("THREADLINGS_GOLDEN"):
        GOLDEN.write_text(printed, "utf-8")

    assert printed == GOLDEN.read_text("utf-8")
    assert max(map(len, printed.splitlines())) <= 80


def test_no_command_at_all_shows_the_help(run: Any) -> None:
    """Whoever types nothing learns what can be typed, with exit status 2."""
    ended = run()

    assert ended.status == 2
    assert ended.out.startswith("usage: threadlings ")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["grad"], "there is no COMMAND 'grad'; did you mean grade?"),
        (["zzz"], "there is no COMMAND 'zzz'; there are list, check, grade, "),
        (
            ["grade", "x", "--jsonnl", "f"],
            "no option '--jsonnl'; did you mean --jsonl?",
        ),
        (["explore", "x", "--time", "idle"], "'idle'; did you mean ideal?"),
        (["grade", "x", "-j", "0"], "'0' is no whole number from 1 on"),
        (["grade", "x", "-j", "many"], "'many' is no whole number from 1 on"),
        (["grade", "x", "--patience", "0"], "'0' is no number of seconds above 0"),
        (["grade", "x", "--patience", "inf"], "'inf' is no number of seconds above 0"),
        (["grade"], "required: PATH"),
        (["check", "99"], "there is no exercise '99'"),
        (["grade", "nowhere"], "nowhere: there is no such file or folder"),
        (["show", "nowhere", "--exercise", "02"], "looked for nowhere"),
        (["show", "answer.py"], "say which exercise answer.py is for: --exercise NN"),
    ],
)
def test_wrong_use_is_told_in_words(run: Any, words: list[str], said: str) -> None:
    """What is wrong and what would be right, on the error output, exit status 2."""
    ended = run(*words)

    assert ended.status == 2
    assert said in ended.error
    assert ended.error.startswith("threadlings: ")
    assert ended.out == ""


def test_a_folder_without_a_kit_is_wrong_use(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The kit that is asked for has to be there."""
    monkeypatch.setattr(kit, "HERE", tmp_path / "a" / "b")

    assert main(["--kit", str(tmp_path), "list"]) == 2
    assert "there is no kit" in capsys.readouterr().err


def test_every_exercise_is_named(run: Any) -> None:
    """One row for each, with its idea."""
    ended = run("list")

    assert ended.status == 0
    for one in kit.exercises(ROOT):
        assert f" {one.number}   {one.module} " in ended.out
    assert max(map(len, ended.out.splitlines())) <= 88


def test_the_module_is_the_command() -> None:
    """`python -m threadlings` does the same."""
    words = [sys.executable, "-m", "threadlings", "--kit", str(ROOT), "lisst"]
    package = str(Path(grade.__file__).parents[1])
    ended = subprocess.run(
        words, capture_output=True, text=True, env=os.environ | {"PYTHONPATH": package}
    )

    assert ended.returncode == 2
    assert "did you mean list?" in ended.stderr


# ── a class of thirty ────────────────────────────────────────────────────────
class Row(NamedTuple):
    """What should come of a student."""

    verdict: str
    kind: str = ""


def with_increment(body: str, before: str = "import os, sys") -> str:
    """The stub with another body of `increment`."""
    text = STUB.replace("        self._value += 1\n", f"        {body}\n")
    return text.replace("import threading\n", f"import threading\n{before}\n")


REAL = "import importlib; os = importlib.import_module('os')"  # and not the stand-in
LOCKED_TWICE = "with self._lock, self._lock: self._value += 1"
NASTY: dict[str, tuple[str, Row]] = {
    "syntax": (STUB + "\ndef (:\n", Row("fail", "crash")),
    "empty": ("", Row("fail", "crash")),
    "nameless": (STUB.replace("Counter", "Tally"), Row("fail", "crash")),
    "imports": (with_increment("pass", "import numpie"), Row("fail", "crash")),
    "raises": (with_increment("raise KeyError(1)"), Row("fail", "crash")),
    "stub": (STUB, Row("fail", "race")),
    "leaves": (with_increment("os._exit(0)", REAL), Row("error", "crash")),
    "exits": (with_increment("sys.exit(0)"), Row("fail", "crash")),
    "shot": (
        with_increment("os.kill(os.getpid(), 9)", REAL),
        Row("error", "gave-up"),
    ),
    "leaves_early": (
        with_increment("pass", f"{REAL}; os._exit(0)"),
        Row("error", "crash"),
    ),
    "loops": (with_increment("while True: pass"), Row("fail", "endless")),
    "chatters": (
        with_increment("while True: print('x' * 999)"),
        Row("fail", "endless"),
    ),
    "hangs": (with_increment("sum(iter(int, 1))"), Row("error", "gave-up")),
    "eats": (with_increment("self.x = [0] * 2**28"), Row("fail", "crash")),
    "locks": (
        *(
            STUB.replace("self._value += 1", LOCKED_TWICE).replace(
                "self._value = 0\n",
                "self._value = 0\n        self._lock = threading.Lock()\n",
            ),
        ),
        Row("fail", "deadlock"),
    ),
}
WRONG = {
    "no_lock": "race",
    "two_locks": "race",
    "lock_taken_twice": "deadlock",
    "starts_at_one": "wrong-result",
    "import_forgotten": "crash",
}
RIGHT = ("with_lock", "rlock_nested", "semaphore_mutex", "dataclass_slots")
ABSENT = {"absent": Row("ungraded", "gave-up"), "misnamed": Row("ungraded", "gave-up")}
ODD = {
    "linked": Row("error", "gave-up"),
    "a folder": Row("error", "gave-up"),
    "bell\x07\x1b[31m": Row("pass"),
    "=1+1": Row("pass"),
}


def write(folder: Path, student: str, text: str, name: str = "counter.py") -> None:
    """Hand in *text* for exercise 02."""
    file = folder / student / "02" / name
    file.parent.mkdir(parents=True)
    file.write_text(text, "utf-8")


def hand_in(folder: Path) -> dict[str, Row]:
    """A class of thirty; what should come of each student."""
    rows = ABSENT | ODD
    for student, (text, row) in NASTY.items():
        write(folder, student, text)
        rows[student] = row
    for name, kind in WRONG.items():
        write(folder, name, (ANSWERS / "wrong" / f"{name}.py").read_text("utf-8"))
        rows[name] = Row("fail", kind)
    for name in RIGHT:
        write(folder, name, (ANSWERS / "right" / f"{name}.py").read_text("utf-8"))
        rows[name] = Row("pass")
    (folder / "absent").mkdir()
    write(folder, "misnamed", SOLUTION, "Counter.py")
    (folder / "linked" / "02").mkdir(parents=True)
    (folder / "linked" / "02" / "counter.py").symlink_to(ROOT / "README.md")
    (folder / "a folder" / "02" / "counter.py").mkdir(parents=True)
    for student in ("bell\x07\x1b[31m", "=1+1"):
        write(folder, student, SOLUTION)
    return rows


class Graded(NamedTuple):
    """A class, graded once for all tests."""

    rows: dict[str, Row]
    status: int
    out: str
    lines: list[dict[str, Any]]
    table: list[dict[str, str]]


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Graded:
    """The class of thirty, graded by the command."""
    room = tmp_path_factory.mktemp("class")
    folder = room / "handed in"
    folder.mkdir()
    rows = hand_in(folder)
    (folder / "notes.txt").write_text("not a student")
    (folder / ".hidden").mkdir()
    (folder / "absent" / "99").mkdir()
    jsonl, sheet = room / "marks.jsonl", room / "marks.csv"
    words = ["--kit", ROOT, "grade", folder, "--jsonl", jsonl, "--csv", sheet]
    package = str(Path(grade.__file__).parents[1])
    ended = subprocess.run(
        [sys.executable, "-m", "threadlings", *words, "--patience", PATIENCE],
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": package},
    )
    assert ended.stderr == ""
    lines = [json.loads(line) for line in jsonl.read_text("utf-8").splitlines()]
    with open(sheet, encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    return Graded(rows, ended.returncode, ended.stdout, lines, table)


@pytest.mark.timeout(300)
def test_no_row_is_lost_or_doubled(graded: Graded) -> None:
    """Thirty students, thirty lines, whatever one of them has done."""
    students = [line["student"] for line in graded.lines]

    assert len(graded.rows) == 30
    assert sorted(students) == sorted(graded.rows)
    assert graded.status == 1


@pytest.mark.timeout(300)
def test_no_row_is_wrong(graded: Graded) -> None:
    """Each verdict, and the kind of the first finding, is what the student earned."""
    found = {
        line["student"]: Row(
            line["verdict"], line["findings"][0]["kind"] if line["findings"] else ""
        )
        for line in graded.lines
    }

    assert found == graded.rows


@pytest.mark.timeout(300)
def test_a_line_says_all_that_is_known(graded: Graded) -> None:
    """The keys are always the same; a finding can be replayed."""
    lines = {line["student"]: line for line in graded.lines}
    stub = lines["stub"]

    assert {tuple(line) for line in graded.lines} == {
        (
            *("student", "exercise", "file", "verdict", "findings", "coverage"),
            *("seconds", "promises", "flags", "content", "kit", "python", "late"),
            *("isolation", "score", "points", "mark"),
        )
    }
    assert (stub["exercise"], Path(stub["file"]).name) == ("02", "counter.py")
    assert stub["coverage"]["kind"] in marks.WEAKEST_FIRST
    first = stub["findings"][0]
    assert first["test"] == "test_two_increments_at_once_both_count"
    assert first["order"] not in ("", "default")
    assert "Ann's and Bob's increments both count" in first["message"]


@pytest.mark.timeout(300)
def test_the_table_is_for_people(graded: Graded) -> None:
    """A row for each student, 88 columns wide, and a reason where there is no mark."""
    words = " ".join(graded.out.split())
    table, _, _ = graded.out.partition("02 error: ")
    counts = Counter(row.verdict for row in graded.rows.values())
    found = [verdict for verdict in marks.VERDICTS if counts[verdict]]
    summary = ", ".join(f"{counts[verdict]} {verdict}" for verdict in found)

    assert max(map(len, table.splitlines())) <= 88
    assert "\x1b" not in graded.out
    assert r" bell\x07\x1b[31m " in words
    assert "fail race" in words
    assert "misnamed 02 ungraded: Nothing was handed in: looked for " in words
    assert ", and there is Counter.py." in words
    assert "linked 02 error: " in words
    assert " is a symbolic link; only plain files are graded." in words
    assert " is a folder; only plain files are graded." in words
    assert f"30 students, 30 answers: {summary}" in words


@pytest.mark.timeout(300)
def test_what_is_passed_over_is_told(graded: Graded) -> None:
    """Nothing in a class folder is ignored in silence."""
    words = " ".join(graded.out.split())

    assert "notes.txt is no student's folder and was passed over." in words
    assert ".hidden is hidden and was passed over." in words
    assert "absent has 99, which belongs to no exercise." in words


@pytest.mark.timeout(300)
def test_the_spreadsheet_has_the_same_rows(graded: Graded) -> None:
    """CSV and JSON Lines agree; the CSV is sorted and holds no formula."""
    verdicts = {line["student"]: line["verdict"] for line in graded.lines}
    shown = {marks.cell(student): verdicts[student] for student in verdicts}

    assert {row["student"]: row["verdict"] for row in graded.table} == shown
    assert [row["student"] for row in graded.table].count("'=1+1") == 1
    assert all(not row["student"].startswith("=") for row in graded.table)


# ── folders and files ────────────────────────────────────────────────────────
def test_files_are_graded_for_one_exercise(run: Any, tmp_path: Path) -> None:
    """The student is the file's name, or the folder's if it is named as the stub."""
    (tmp_path / "ann.py").write_text(SOLUTION)
    write(tmp_path, "bob", SOLUTION)
    lines = tmp_path / "marks.jsonl"
    files = [tmp_path / "ann.py", tmp_path / "bob" / "02" / "counter.py"]
    ended = run("grade", *files, "--exercise", "counter", "--jsonl", lines)
    students = [json.loads(line)["student"] for line in lines.read_text().splitlines()]

    assert ended.status == 0
    assert sorted(students) == ["ann", "bob"]
    assert "2 students, 2 answers: 2 pass" in ended.out


def test_files_of_one_name_are_told_apart(run: Any, tmp_path: Path) -> None:
    """Two students whose files are called alike have two rows."""
    for group in ("x", "y"):
        (tmp_path / group).mkdir()
        (tmp_path / group / "ann.py").write_text("")
    files = [tmp_path / group / "ann.py" for group in ("x", "y")]
    ended = run("grade", *files, "--exercise", "02")

    assert "2 students, 2 answers: 2 fail" in ended.out


def test_every_exercise_that_anybody_handed_in_has_a_column(
    run: Any, tmp_path: Path
) -> None:
    """Who has nothing for it is ungraded there, and other exercises are left out."""
    write(tmp_path, "ann", SOLUTION)
    folder = tmp_path / "bob" / "09"
    folder.mkdir(parents=True)
    (folder / "gate.py").write_text("")
    ended = run("grade", tmp_path)

    assert ended.status == 1
    assert ended.out.split()[:3] == ["student", "02", "09"]
    assert "4 answers: 1 pass, 1 fail, 2 ungraded" in ended.out


@pytest.mark.parametrize(
    ("make", "words"),
    [
        ([], "holds no answers; they are looked for at <student>/01/first_threads.py"),
        (["ann/counter.py"], "holds no answers"),
        (["02/counter.py"], "(this is one student's folder? try "),
    ],
)
def test_a_folder_that_is_no_class_is_wrong_use(
    run: Any, tmp_path: Path, make: list[str], words: str
) -> None:
    """What a class folder looks like is said where there is none."""
    for name in make:
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(SOLUTION)
    ended = run("grade", tmp_path)

    assert ended.status == 2
    assert words in ended.error


def test_a_file_that_can_not_be_written_is_told_first(run: Any, tmp_path: Path) -> None:
    """Nobody waits for a class to be graded to learn that the marks have no place."""
    write(tmp_path, "ann", SOLUTION)
    ended = run("grade", tmp_path, "--csv", tmp_path / "no" / "marks.csv")

    assert ended.status == 2
    assert "can't write to" in ended.error


def test_when_the_supervisor_fails_the_rows_are_ungraded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What is known stays; all others get a row that says what happened."""
    one = kit.exercise(ROOT, "02")
    pair = [HandIn(name, one, one.stub) for name in ("ann", "bob")]

    def fails(jobs: Iterator[Report], **_: Any) -> Iterator[Report]:
        yield {"job": next(jobs)["id"], "end": 0}
        raise OSError("no more processes")

    monkeypatch.setattr(grade, "supervise", fails)
    first, second = grade.grade(pair, together=1, patience=1)

    assert (first.student, first.verdict) == ("ann", "error")
    assert (second.student, second.verdict) == ("bob", "ungraded")
    assert "OSError: no more processes" in second.findings[0].message


# ── one answer ───────────────────────────────────────────────────────────────
def test_a_right_answer_is_shown_in_lines(run: Any) -> None:
    """A kept promise is its sentence, and what was covered."""
    ended = run("show", ROOT / "solutions" / "02" / "counter.py")
    kept = [line[6:] for line in ended.out.splitlines() if line.startswith("kept  ")]

    assert ended.status == 0
    assert kept == list(kit.exercise(ROOT, "02").promises.values())


def test_a_broken_promise_is_shown_in_full(run: Any, tmp_path: Path) -> None:
    """The message, what the run printed, and a command that shows it again."""
    file = tmp_path / "ann.py"
    file.write_text(with_increment("print('\\x1b[2J adds'); self._value += 1"))
    name = "two_increments"
    ended = run("show", file, "--exercise", "02", "--test", name)

    assert ended.status == 1
    assert "Ann's and Bob's increments both count" in ended.out
    assert "Three people" not in ended.out
    assert r"\x1b[2J adds" in ended.out
    assert "\x1b" not in ended.out


def test_a_shown_order_can_be_shown_again(run: Any, tmp_path: Path) -> None:
    """What the result says as its order is the order that --order takes."""
    lines = tmp_path / "marks.jsonl"
    file = ROOT / "exercises" / "02" / "counter.py"
    run("grade", file, "--exercise", "02", "--jsonl", lines)
    found = json.loads(lines.read_text("utf-8"))["findings"][0]
    words = ("show", file, "--test", found["test"], "--order")
    again, other = run(*words, found["order"]), run(*words, "default")

    assert again.status == 1
    assert other.status == 0


@pytest.mark.parametrize("order", ["7;bob", "900:bob"])
def test_an_order_that_does_not_fit_is_refused(run: Any, order: str) -> None:
    """An order that no test can follow is wrong use."""
    file = ROOT / "exercises" / "02" / "counter.py"
    ended = run("show", file, "--test", "two_increments", "--order", order)

    assert ended.status == 2
    assert f"--order {order}: " in ended.error


def test_a_whole_name_means_that_test_only(run: Any) -> None:
    """`test_square` is one promise, although other names begin with it."""
    file = ROOT / "solutions" / "24" / "pool.py"
    ended = run("show", file, "--test", "test_square")

    assert ended.status == 0
    assert ended.out.count("kept  ") == 1


def test_a_test_that_is_not_there_is_wrong_use(run: Any) -> None:
    """Near names are suggested."""
    file = ROOT / "exercises" / "02" / "counter.py"
    ended = run("show", file, "--test", "test_two_increment_at_once")

    assert ended.status == 2
    assert "test_two_increments_at_once_both_count" in ended.error
