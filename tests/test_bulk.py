"""A class in bulk: the same only once, the known not again, no row lost or double."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from threadlings import bulk, case, diff, grade, intake, journal, kit, marks, version
from threadlings.bulk import Known
from threadlings.cache import Cache
from threadlings.case import Case
from threadlings.cli import main
from threadlings.intake import Intake
from threadlings.journal import Journal
from threadlings.kit import Exercise
from threadlings.marks import Found, Result

HERE = Path(__file__).parent
ROOT = kit.root(HERE)
EVERY = kit.exercises(ROOT)
NUMBERS = [one.number for one in EVERY]
COUNTER = kit.exercise(ROOT, "02")


def write(folder: Path, student: str, text: str, number: str = "02") -> Path:
    """Hand in *text* for an exercise."""
    module = kit.exercise(ROOT, number).module
    file = folder / student / number / f"{module}.py"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return file


def handed_in(folder: Path) -> Intake:
    """What is in a class folder."""
    return intake.from_class(folder, EVERY, NUMBERS)


class Engine:
    """Judges by what stands in a file, and remembers what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[Case] = []

    def __call__(self, cases: Iterable[Case]) -> Iterator[Result]:
        """A result for each of *cases*."""
        for one in cases:
            self.asked.append(one)
            yield judged(one)


def judged(one: Case) -> Result:
    """The verdict is what the file says, and its message names a file."""
    said = one.files[0][1].decode().strip()
    verdict = said if said in marks.VERDICTS else "fail"
    again = grade.again(one.exercise, Path(one.name))
    found = Found(
        "race", "test_it", f"{said}: line 1 of {one.name}\n\nagain  {again} -k it"
    )
    number = one.exercise.number
    return Result(one.key, number, one.name, verdict, (found,), seconds=0.5)


@pytest.fixture
def engine() -> Engine:
    """An engine that nobody has asked yet."""
    return Engine()


def graded(folder: Path, engine: Engine, **known: Any) -> list[Result]:
    """The results of a class, in the table's order."""
    found = bulk.results(handed_in(folder).handed_in, engine, Known(**known))
    return grade.in_order(found)


def graded_into(path: Path, folder: Path, engine: Engine, **known: Any) -> list[Result]:
    """The same, and its journal goes on."""
    with Journal(path, resume=True) as opened:
        found = graded(folder, engine, journal=opened, **known)
        for one in found:
            opened.write(one)
    return found


def timeless(results: Iterable[Result]) -> list[Result]:
    """Results without their seconds, in the table's order."""
    return grade.in_order(replace(one, seconds=0) for one in results)


# ── the same file ────────────────────────────────────────────────────────────
def test_what_is_the_same_is_graded_once(tmp_path: Path, engine: Engine) -> None:
    """Everybody has a row, with their own names in it, and in what it says."""
    for student in ("ann", "bob smith", "cy"):
        write(tmp_path, student, "race")
    write(tmp_path, "dan", "pass")
    found = graded(tmp_path, engine)

    assert [one.student for one in found] == ["ann", "bob smith", "cy", "dan"]
    assert [one.verdict for one in found] == ["fail", "fail", "fail", "pass"]
    assert len(engine.asked) == 2
    for one in found:
        shown = grade.again(COUNTER, Path(one.file))
        assert Path(one.file) == tmp_path / one.student / "02" / "counter.py"
        assert one.findings[0].message.endswith(f"\n\nagain  {shown} -k it")
    assert len({one.content for one in found[:3]}) == 1


def test_the_same_text_for_two_exercises_is_two_cases(
    tmp_path: Path, engine: Engine
) -> None:
    """What a file is for is part of what it is."""
    write(tmp_path, "ann", "pass")
    write(tmp_path, "ann", "pass", "03")

    assert len(graded(tmp_path, engine)) == len(engine.asked) == 2


def test_a_module_beside_it_belongs_to_it(tmp_path: Path, engine: Engine) -> None:
    """An answer that imports another file is the same only where that is the same."""
    for student, helper in (("ann", "x = 1"), ("bob", "x = 2"), ("cy", "x = 1")):
        file = write(tmp_path, student, "pass")
        file.with_name("helper.py").write_text(helper)
    write(tmp_path, "dan", "pass")
    contents = [one.content for one in graded(tmp_path, engine)]

    assert len(engine.asked) == len(set(contents)) == 3
    assert contents[0] == contents[2]
    assert engine.asked[0].files == (("counter.py", b"pass"), ("helper.py", b"x = 1"))


def test_a_file_that_changes_meanwhile_is_not_judged(
    tmp_path: Path, engine: Engine
) -> None:
    """Others who handed in the same are; and who has changed it reads what to do."""
    files = [write(tmp_path, student, "pass") for student in ("ann", "bob")]
    lone = write(tmp_path, "cy", "race")

    def slow(cases: Iterable[Case]) -> Iterator[Result]:
        files[0].write_text("fail")
        lone.unlink()
        return engine(cases)

    found = grade.in_order(bulk.results(handed_in(tmp_path).handed_in, slow, Known()))

    assert [one.verdict for one in found] == ["ungraded", "pass", "ungraded"]
    assert "changed while" in found[0].findings[0].message


def test_an_engine_that_stops_loses_no_row(tmp_path: Path, engine: Engine) -> None:
    """What it has not answered is ungraded."""
    for student in ("ann", "bob", "cy"):
        write(tmp_path, student, f"pass # {student}")
    found = list(
        bulk.results(
            handed_in(tmp_path).handed_in, lambda cases: [next(engine(cases))], Known()
        )
    )

    assert [one.verdict for one in found] == ["fail", "ungraded", "ungraded"]


def test_cases_are_asked_for_when_there_is_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However large a class is, no more of it is in memory than is being graded."""
    for number in range(20):
        write(tmp_path, f"s{number}", f"# {number}")
    rooms: list[int] = []

    def supervise(jobs: Iterable[Any], **_: Any) -> Iterator[Any]:
        for job in jobs:
            rooms.append(len(list(Path(job["submission"]).parents[1].iterdir())))
            yield {"job": job["id"], "end": 0}

    monkeypatch.setattr(grade, "supervise", supervise)
    asked = handed_in(tmp_path).handed_in
    cases = (case.of(one) for one in asked)

    assert len(list(case.graded(cases, together=2, patience=1))) == 20
    assert max(rooms) <= 2


def test_the_result_of_a_case_is_that_of_its_file(tmp_path: Path) -> None:
    """Graded in a scratch folder, once for two, it says what it would have said."""
    text = COUNTER.stub.read_text("utf-8")
    crash = "\n\nraise ValueError(__file__)\n"
    for student in ("ann", "bob"):
        write(tmp_path, student, text)
    write(tmp_path, "cy", text + crash)
    asked = handed_in(tmp_path).handed_in
    local: Callable[..., Iterator[Result]] = case.graded
    found = bulk.results(
        asked, lambda cases: local(cases, together=2, patience=20), Known()
    )
    plain = grade.grade(asked, together=2, patience=20)
    ann, bob, cy = timeless(found)
    edition = {"content": ann.content, "kit": ann.kit, "python": ann.python}
    edition["isolation"] = "none"

    assert [replace(one, **edition) for one in timeless(plain)][:2] == [ann, bob]
    assert "threadlings-" not in cy.findings[0].message
    assert "ValueError: counter.py (line 28)." in cy.findings[0].message


# ── the journal ──────────────────────────────────────────────────────────────
CLASS = {
    **{"ann": "pass", "bob": "race", "cy": "race", "dan": "review", "eve": "error"},
    **{"fay": "pass # fay", "gus": "deadlock", "hal": "pass", "ida": "ungraded"},
}


@pytest.fixture
def class_(tmp_path: Path) -> Path:
    """A class in which two have handed in the same, and one nothing."""
    folder = tmp_path / "class"
    for student, text in CLASS.items():
        write(folder, student, text)
    (folder / "joe").mkdir()
    return folder


def test_what_the_journal_knows_is_not_graded_again(
    tmp_path: Path, class_: Path, engine: Engine
) -> None:
    """Only what has no result yet is tried again; the table is the same."""
    path = tmp_path / "marks.jsonl"
    first = graded_into(path, class_, engine)
    before, engine.asked = path.read_bytes(), []
    again = graded_into(path, class_, engine)

    assert timeless(again) == timeless(first) == timeless(journal.read(path))
    assert [one.files[0][1] for one in engine.asked] == [b"ungraded"]
    assert path.read_bytes() == before


def test_a_file_that_has_changed_is_graded_again(
    tmp_path: Path, class_: Path, engine: Engine
) -> None:
    """So is one that came late; their new rows are the last ones."""
    path = tmp_path / "marks.jsonl"
    graded_into(path, class_, engine)
    write(class_, "bob", "pass # now")
    write(class_, "joe", "pass # at last")
    (class_ / "ann" / "02" / "helper.py").write_text("")
    engine.asked = []
    found = graded_into(path, class_, engine)

    assert len(engine.asked) == 4  # and the one that is ungraded
    assert timeless(journal.read(path)) == timeless(found)
    assert {one.student: one.verdict for one in found}["joe"] == "fail"


@pytest.mark.parametrize("what", ["of_kit", "of_python"])
def test_another_kit_or_python_grades_again(
    what: str,
    tmp_path: Path,
    class_: Path,
    engine: Engine,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A result is known only for what it was made with."""
    path = tmp_path / "marks.jsonl"
    graded_into(path, class_, engine)
    count = len(engine.asked)
    monkeypatch.setattr(version, what, lambda *_: "another")
    graded_into(path, class_, engine)

    assert len(engine.asked) == 2 * count


def test_what_is_to_be_regraded_is(
    tmp_path: Path, class_: Path, engine: Engine
) -> None:
    """One exercise is graded anew, whatever journal and cache know; others are not."""
    write(class_, "ann", "pass", "03")
    cache, path = Cache(tmp_path / "cache"), tmp_path / "marks.jsonl"
    first = graded_into(path, class_, engine, cache=cache)
    engine.asked = []
    again = graded_into(path, class_, engine, cache=cache, again=["03"])

    assert timeless(again) == timeless(first)
    assert [one.exercise.number for one in engine.asked] == ["03", "02"]


def test_what_looks_odd_is_said_once(
    tmp_path: Path, class_: Path, engine: Engine
) -> None:
    """Who goes on gets no second row for a file that has a second name."""
    path = tmp_path / "marks.jsonl"
    os.link(write(class_, "lea", "pass"), tmp_path / "another")
    first = graded_into(path, class_, engine)
    again = graded_into(path, class_, engine)

    assert timeless(again) == timeless(first)
    assert sum(len(one.flags) for one in again) == 1


def test_the_row_names_the_file_as_it_is_called_now(
    tmp_path: Path, class_: Path, engine: Engine
) -> None:
    """Whoever moves the class folder and goes on reads the new names everywhere."""
    path = tmp_path / "marks.jsonl"
    graded_into(path, class_, engine)
    class_.rename(tmp_path / "moved")
    for one in graded_into(path, tmp_path / "moved", engine):
        assert f"{tmp_path / 'moved'}" in one.file
        assert f"{class_}" not in one.findings[0].message


KILLED = """
    import os, signal, sys
    from pathlib import Path
    sys.path[:0] = [{tests!r}]
    import test_bulk
    from threadlings import bulk
    from threadlings.journal import Journal

    def engine(cases):
        for number, one in enumerate(cases):
            if number == {count}:
                os.kill(os.getpid(), signal.SIGKILL)
            yield test_bulk.judged(one)

    with Journal(Path({path!r}), resume=True) as journal:
        known = bulk.Known(journal)
        bulk.run(test_bulk.handed_in(Path({folder!r})), engine, known)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no kill -9")
@pytest.mark.parametrize("count", [0, 2, 5])
def test_after_a_kill_no_row_is_lost_or_double(
    count: int, tmp_path: Path, class_: Path, engine: Engine
) -> None:
    """A batch that is killed twice and goes on ends in the same table, row for row."""
    path = tmp_path / "marks.jsonl"
    facts = {"path": str(path), "folder": str(class_), "tests": str(HERE)}
    package = str(Path(bulk.__file__).parents[1])
    for number in (count, 0):
        program = textwrap.dedent(KILLED).format(count=number, **facts)
        words = [sys.executable, "-c", program]
        ended = subprocess.run(words, env=os.environ | {"PYTHONPATH": package})
        assert ended.returncode == -signal.SIGKILL
        with open(path, "ab") as file:
            file.write(b'{"student": "ann", "exer')
    resumed = graded_into(path, class_, engine)
    alone = graded(class_, engine)
    rows = path.read_bytes().splitlines()

    assert timeless(resumed) == timeless(alone) == timeless(journal.read(path))
    assert len(rows) == len(CLASS) + 1


# ── the cache ────────────────────────────────────────────────────────────────
def test_what_the_cache_knows_is_not_graded_again(
    tmp_path: Path, class_: Path, engine: Engine
) -> None:
    """Marks and nearly marks are; what may have been bad luck is tried again."""
    cache = Cache(tmp_path / "cache")
    first = graded(class_, engine, cache=cache)
    engine.asked = []
    again = graded(class_, engine, cache=Cache(tmp_path / "cache"))

    assert timeless(again) == timeless(first)
    assert [one.files[0][1] for one in engine.asked] == [b"error", b"ungraded"]


def test_the_cache_asks_how_it_was_isolated(
    tmp_path: Path, class_: Path, engine: Engine
) -> None:
    """A result from a weaker isolation is none for a stronger one."""
    cache = Cache(tmp_path / "cache")
    graded(class_, engine, cache=cache)
    engine.asked = []
    graded(class_, engine, cache=cache, isolation="bwrap")

    assert len(engine.asked) == len(set(CLASS.values()))


# ── the command ──────────────────────────────────────────────────────────────
def test_ctrl_c_leaves_what_is_known(
    tmp_path: Path, class_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The table and the journal are whole, and it is said how to go on."""

    def interrupted(cases: Iterable[Case]) -> Iterator[Result]:
        for number, one in enumerate(cases):
            if number == 3:
                raise KeyboardInterrupt
            yield judged(one)

    path, sheet = tmp_path / "marks.jsonl", tmp_path / "marks.csv"
    with pytest.raises(KeyboardInterrupt), Journal(path) as opened:
        bulk.run(handed_in(class_), interrupted, Known(opened), table=sheet)
    said = " ".join(capsys.readouterr().err.split())

    assert said == (
        "graded 6 of 10: 2 pass, 2 fail, 1 review, 1 ungraded; "
        "the same command with --resume goes on from here"
    )
    assert len(journal.read(path)) == 6
    assert sheet.read_text("utf-8").count("\n") == 7


def test_a_large_class_says_how_far_it_is(
    tmp_path: Path, engine: Engine, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where there is no terminal, a line comes now and then."""
    for number in range(120):
        write(tmp_path, f"s{number:03}", "pass")
    status = bulk.run(handed_in(tmp_path), engine, Known())
    said = capsys.readouterr().err.splitlines()

    assert status == 0
    assert said[0] == "graded 12 of 120: 12 pass"
    assert len(said) == 10


def test_a_terminal_shows_counts_rate_and_last_results(
    tmp_path: Path, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The live view is gone in the end, and a name in it commands no terminal."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    from threadlings.live import Board

    board = Board(3)
    for student in ("ann", "bell\x1b[31m"):
        board.add(Result(student, "02", "f.py", "pass"))
    screen = board._screen
    with screen.capture() as captured:
        screen.print(board._shown())
    said = captured.get()

    assert "ann" in said
    assert r"bell\x1b[31m" in said
    assert "2 pass" in said
    assert "2/3" in said


def test_a_command_goes_on_and_compares(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Late rows, a second run that knows all, and what differs from the first."""
    folder, path = tmp_path / "class", tmp_path / "marks.jsonl"
    solution = COUNTER.solution.read_text("utf-8")
    for student in ("ann", "bob"):
        file = write(folder, student, solution)
        os.utime(file, (1774047540, 1774047540))
    table = tmp_path / "late.csv"
    table.write_text(
        "student,due,percent\n,2026-03-20T12:00Z,10\nbob,2026-03-27T12:00Z,\nzoe,,\n"
    )
    words = [
        "--kit",
        str(ROOT),
        "grade",
        str(folder),
        "--jsonl",
        str(path),
        "--no-cache",
    ]
    assert main(words) == 0
    old = path.rename(tmp_path / "old.jsonl")
    assert main([*words, "--late", str(table)]) == 0
    assert "late.csv is about zoe, who is not here" in capsys.readouterr().err
    before = path.read_bytes()
    assert main([*words, "--late", str(table), "--resume"]) == 0

    assert path.read_bytes() == before
    assert {one.student: str(one.mark) for one in journal.read(path)} == {
        "ann": "4.50",
        "bob": "5",
    }
    capsys.readouterr()
    assert main(["diff", str(path), str(path)]) == 0
    assert main(["diff", str(old), str(path)]) == 1
    said = capsys.readouterr().out
    assert "pass (5 of 5)" in said
    assert "pass (5 of 5, late: 4.50)" in said
    assert "1 changed, 0 came, 0 went, 1 result the same" in said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--resume"], "name it with --jsonl FILE"),
        (["--regrade", "99"], "there is no exercise '99'"),
        (["--late", "nowhere.csv"], "can't read nowhere.csv"),
        (["--cache", "{file}"], "no cache in "),
        (["--jsonl", "nowhere/marks.jsonl"], "can't write to nowhere/marks.jsonl"),
    ],
)
def test_wrong_use_is_told_before_anything_is_graded(
    words: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line that says what is wrong, and exit status 2."""
    file = write(tmp_path, "ann", "")
    options = [word.format(file=file) for word in words]

    assert main(["--kit", str(ROOT), "grade", str(tmp_path), *options]) == 2
    assert said in capsys.readouterr().err


# ── differences ──────────────────────────────────────────────────────────────
def test_what_differs_between_two_tables() -> None:
    """What has changed, who came and who went; the same is not named."""
    found = diff.differences({"a": 1, "b": 2, "c": 3}, {"b": 2, "c": 4, "d": 5})

    assert found == {"a": (1, None), "c": (3, 4), "d": (None, 5)}


def test_the_kit_s_version_is_that_of_its_files(tmp_path: Path) -> None:
    """A copy of the kit has the same; a change in a text or grader gives another."""
    for part in ("exercises", "graders"):
        folder = ROOT / part / "02"
        (tmp_path / part).mkdir()
        (tmp_path / part / "02").mkdir()
        for file in folder.iterdir():
            if file.is_file():
                (tmp_path / part / "02" / file.name).write_bytes(file.read_bytes())

    def of(name: str) -> str:
        version.of_kit.cache_clear()
        return version.of_kit(Exercise(tmp_path, "02", "counter"))

    first = of("02")
    (tmp_path / "exercises" / "02" / "counter.py").write_text("# a student's")
    assert first == of("02") == version.of_kit(COUNTER)
    (tmp_path / "exercises" / "02" / "README.md").write_text("# Counter")
    second = of("02")
    (tmp_path / "graders" / "02" / "think.json").write_text("{}")
    assert len({first, second, of("02")}) == 3
    version.of_kit.cache_clear()
