"""`pytest exercises/02` in a tiny kit, with all the ways to call it."""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as xml
from collections.abc import Callable
from functools import partial
from importlib.metadata import entry_points
from pathlib import Path

import pytest

from threadlings import tried
from threadlings.plugin import PATIENCE_HELP, full
from threadlings.supervise import PATIENCE, supervise

MODULE = "threadlings.plugin"
PACKAGE = Path(__file__).resolve().parents[1] / "graders"
PLUGIN = "" if entry_points(group="pytest11", name="threadlings") else "-p " + MODULE
STUB = """
class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n):
        print("adds", n)
        self.value += n
"""
RIGHT = """
import threading

class Counter:
    def __init__(self):
        self.value = 0
        self.lock = threading.Lock()

    def add(self, n):
        with self.lock:
            self.value += n
"""
GRADER = '''
from threadlings import every_order, together


@every_order
def test_one(submission):
    """One addition counts."""
    counter = submission.Counter()
    counter.add(5)
    assert counter.value == 5


@every_order
def test_two_at_once(submission):
    """Ann's 5 and Bob's 7 both count."""
    counter = submission.Counter()
    together(ann=lambda: counter.add(5), bob=lambda: counter.add(7))
    assert counter.value == 12


@every_order
def test_two_apart(submission):
    """One after the other, both count."""
    counter = submission.Counter()
    counter.add(5)
    counter.add(7)
    assert counter.value == 12
'''
BOX = '''
from threadlings import every_order


@every_order
def test_box_opens(submission):
    """The box opens."""
    submission.open()
'''
COUNTER = "exercises/02/counter.py"
RACE = f"{COUNTER}::test_two_at_once"

Run = Callable[..., pytest.RunResult]


@pytest.fixture(autouse=True)
def kit(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A kit of two exercises, and a test of another kind."""
    monkeypatch.setenv("PYTHONPATH", str(PACKAGE))
    files = {
        COUNTER: STUB,
        "exercises/02/README.md": "# Counter",
        "graders/02/test_counter.py": GRADER,
        "exercises/03/box.py": "def open():\n    pass\n",
        "graders/03/test_box.py": BOX,
        "handed/ann/02/counter.py": RIGHT,
        "handed/bob.py": RIGHT,
        "tests/test_other.py": "def test_other():\n    pass\n",
        "pytest.ini": f"[pytest]\ntestpaths = tests\naddopts = {PLUGIN}\n",
    }
    for name, text in files.items():
        path = pytester.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return pytester.path


@pytest.fixture
def run(pytester: pytest.Pytester) -> Run:
    """Run pytest in a process of its own."""
    return partial(pytester.runpytest_subprocess, timeout=60)


def outcomes(result: pytest.RunResult) -> dict[str, int]:
    """How many tests passed, failed, …; all that are not told are 0."""
    return result.parseoutcomes()


# ── which promises ───────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["exercises/02"], {"passed": 2, "failed": 1}),
        (["exercises/2"], {"passed": 2, "failed": 1}),
        ([COUNTER], {"passed": 2, "failed": 1}),
        (["exercises"], {"passed": 3, "failed": 1}),
        ([f"{COUNTER}::test_one"], {"passed": 1}),
        (["exercises/02", "-k", "apart or once"], {"passed": 1, "failed": 1}),
        (["exercises/02", "-x"], {"passed": 1, "failed": 1}),
        (["exercises/02", "--deselect", RACE], {"passed": 2}),
        (["exercises", "-n", "2"], {"passed": 3, "failed": 1}),
        (["."], {"passed": 4, "failed": 1}),
        ([], {"passed": 1}),
    ],
    ids=" ".join,
)
def test_command_lines(run: Run, arguments: list[str], found: dict[str, int]) -> None:
    """Folders, files, names and pytest's own options choose what is graded."""
    told = outcomes(run(*arguments))

    assert {k: told[k] for k in ("passed", "failed", "errors") if k in told} == found


def test_names_of_the_tests(run: Run) -> None:
    """A test is named after the stub and its promise, and the tests can be listed."""
    result = run("exercises/02", "--co", "-q")

    assert result.outlines[:3] == [
        f"{COUNTER}::test_one",
        RACE,
        f"{COUNTER}::test_two_apart",
    ]


def test_from_inside_of_the_folder(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A student may stand in the exercise's folder."""
    monkeypatch.chdir("exercises/02")

    assert outcomes(run("-k", "one"))["passed"] == 1


def test_last_failed(run: Run) -> None:
    """Pytest remembers what failed."""
    run("exercises")
    result = run("exercises", "--lf")

    assert outcomes(result) == {"failed": 1}


def test_a_grader_that_is_broken(run: Run, kit: Path) -> None:
    """A grader that can't be imported is an error of the collection."""
    (kit / "graders/03/test_box.py").write_text("import nothing_of_that_name")
    result = run("exercises/03")

    assert result.ret == pytest.ExitCode.INTERRUPTED
    result.stdout.fnmatch_lines(["This grader is broken:", "*nothing_of_that_name*"])


# ── what is said ─────────────────────────────────────────────────────────────
def test_a_failure_is_the_message_and_no_more(run: Run) -> None:
    """The text of a failure is the report's own, then what that one run printed."""
    lines = run(RACE, "--no-header").outlines
    begin = next(i for i, line in enumerate(lines) if line.startswith("___"))
    end = lines.index("=== what was tried ===".center(80, "="))
    text = "\n".join(lines[begin + 1 : end])
    message, _, printed = text.partition("what it printed (this order only)")

    assert message.startswith("Ann's 5 and Bob's 7 both count.\n")
    assert "Traceback" not in text
    assert "promise.py" not in text
    assert sorted(printed.splitlines()[1:]) == ["adds 5", "adds 7"]


def test_passing_adds_nothing(run: Run, kit: Path) -> None:
    """A run that passes prints dots, and one line for the exercise."""
    (kit / COUNTER).write_text(RIGHT + "print('loaded')")
    result = run("exercises/02", "-q")

    assert result.outlines[0].startswith("...  ")
    assert result.outlines[1].startswith("02 counter: 3 promises kept, ")
    assert len(result.outlines) == 3


@pytest.mark.parametrize("arguments", [[], ["-n", "2"]], ids=" ".join)
def test_coverage_is_said(run: Run, arguments: list[str]) -> None:
    """The summary has one line for each exercise, also when others did the work."""
    result = run("exercises", *arguments)

    result.stdout.fnmatch_lines(
        [
            "*= what was tried =*",
            "02 counter: 2 of 3 promises kept, 2 orders, all there are",
            "03 box: 1 promise kept, 1 order, all there are",
        ]
    )


@pytest.mark.parametrize("arguments", [[], ["-n", "2"]])
def test_the_summary_is_in_the_language(run: Run, arguments: list[str]) -> None:
    """What was tried is told in the language of the messages."""
    result = run("exercises/03", "--lang", "ko", *arguments)

    result.stdout.fnmatch_lines(
        [
            "*= 시도한 것 =*",
            "03 box: 약속 1개를 지켰어요, 순서 1가지, 있을 수 있는 순서 전부",
        ]
    )


def test_the_least_coverage_counts() -> None:
    """Of several promises, that is said which is true of all of them."""
    told = {"kind": "kept", "orders": 100, "switches": 0}
    whole = {**told, "coverage": "complete"}
    bound = {**told, "coverage": "bounded", "switches": 2}
    tight = {**told, "coverage": "bounded", "switches": 1}
    some = {**told, "coverage": "sampled"}
    lost = {**told, "kind": "gave-up"}

    assert list(tried.parts([whole, bound]))[1:] == [
        "200 orders",
        "at most 2 forced switches",
    ]
    assert list(tried.parts([tight, bound]))[-1] == "at most 1 forced switch"
    assert list(tried.parts([bound, some]))[-1] == "a sample of them"
    assert list(tried.parts([whole, lost]))[:2] == [
        "1 of 2 promises kept",
        "1 without a verdict",
    ]


def test_junit(run: Run, kit: Path) -> None:
    """The JUnit file has each promise, what came of it, and the message."""
    run("exercises/02", "--junit-xml=marks.xml")
    cases = xml.parse(kit / "marks.xml").findall(".//testcase")
    kinds = [case.findall(".//property[@name='kind']") for case in cases]
    (failure,) = cases[1].findall("failure")

    assert [case.get("name") for case in cases] == [
        "test_one",
        "test_two_at_once",
        "test_two_apart",
    ]
    assert [one.get("value") for (one,) in kinds] == ["kept", "race", "kept"]
    assert (failure.text or "").startswith("Ann's 5 and Bob's 7 both count.")


# ── submissions that would hang or fool pytest ───────────────────────────────
HANG = "sum(iter(int, 1))"


@pytest.mark.parametrize("arguments", [[], ["-n", "2"]], ids=" ".join)
def test_a_hang_is_no_verdict(run: Run, kit: Path, arguments: list[str]) -> None:
    """A promise that hangs is an error that says so; the others are judged."""
    (kit / "exercises/03/box.py").write_text(f"def open():\n    {HANG}\n")
    result = run("exercises", "--patience", "1", *arguments)

    assert outcomes(result) == {"passed": 2, "failed": 1, "errors": 1}
    result.stdout.fnmatch_lines(
        ["No verdict: *", "03 box: 0 of 1 promise kept, 1 without a verdict"]
    )
    assert "Timeout" not in result.stdout.str()


@pytest.mark.parametrize("text", [HANG, "import os\nos._exit(0)", "while True: pass"])
def test_the_stub_is_not_imported_here(run: Run, kit: Path, text: str) -> None:
    """What a file does when it is loaded can't hang, end or fool pytest."""
    (kit / COUNTER).write_text(text)
    result = run(
        f"{COUNTER}::test_one", "exercises/03", "--patience=1", "-p no:timeout"
    )
    told = outcomes(result)

    assert told.pop("passed") == 1
    assert sum(told.values()) == 1
    assert result.ret == pytest.ExitCode.TESTS_FAILED


def test_a_short_timeout_is_not_the_one_that_fires(run: Run, kit: Path) -> None:
    """With a limit for pytest-timeout, threadlings gives up before."""
    (kit / COUNTER).write_text(HANG)
    result = run(f"{COUNTER}::test_one", "--timeout", "3")

    result.stdout.fnmatch_lines(["Nothing came back for 1.5 s;*"])


def test_stopping_early_leaves_no_process(run: Run, kit: Path) -> None:
    """With `-x`, what the other promises do is ended with the run."""
    pids = kit / "pids"
    note = f"import os; os.makedirs(f'{pids}/{{os.getpid()}}', exist_ok=True)\n"
    (kit / COUNTER).write_text(note + RIGHT.replace("self.value += n", "1 / 0"))
    result = run("exercises/02", "-x")

    assert outcomes(result) == {"failed": 1}
    assert [Path("/proc", pid.name).exists() for pid in pids.iterdir()] == [False]


# ── --submission ─────────────────────────────────────────────────────────────
@pytest.mark.parametrize("path", ["handed/ann", "handed/bob.py"])
def test_another_submission(run: Run, path: str) -> None:
    """A file or a folder that is handed in is graded instead of the stub."""
    result = run("exercises/02", "--submission", path)

    assert outcomes(result) == {"passed": 3}
    result.stdout.fnmatch_lines([f"threadlings: --submission {path}, instead of*"])


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (["--submission", "no.py"], "*--submission no.py: there is no such file*"),
        (["--order", "7;bob"], "*--order '7;bob': write STEP:THREAD, like 7:bob"),
        (["--patience", "0"], "*--patience: '0': write a number above 0"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_wrong_use(run: Run, arguments: list[str], text: str) -> None:
    """An option that can't be meant is refused before anything runs."""
    result = run("exercises/02", *arguments)

    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines([text])


def test_a_folder_without_the_exercise(run: Run) -> None:
    """A folder that lacks the exercise's file is refused by name."""
    result = run("exercises/03", "--submission", "handed/ann")

    assert result.ret == pytest.ExitCode.INTERRUPTED
    result.stdout.fnmatch_lines(
        ["--submission handed/ann: there is no box.py in it, and no 03/box.py"]
    )


def test_a_stub_that_is_gone(run: Run, kit: Path) -> None:
    """Without its file, an exercise is an error of the collection."""
    (kit / COUNTER).unlink()
    result = run("exercises/02")

    assert result.ret == pytest.ExitCode.INTERRUPTED
    result.stdout.fnmatch_lines(["*counter.py is not there, and has to be graded"])


def test_the_help_is_true() -> None:
    """The help tells how long threadlings waits."""
    assert f"(default: {PATIENCE:g})" in PATIENCE_HELP


# ── --order and --pdb ────────────────────────────────────────────────────────
def failing_order(kit: Path) -> str:
    """The order in which the stub fails, as the message tells it."""
    job = {
        "id": "",
        "grader": str(kit / "graders/02/test_counter.py"),
        "submission": str(kit / COUNTER),
        "tests": ["test_two_at_once"],
    }
    line, _ = supervise([job])
    return str(line["finding"]["order"])


def talk(*arguments: str, says: str) -> str:
    """Run pytest and type what *says*; what it answers."""
    command = [sys.executable, "-m", "pytest", *arguments]
    return subprocess.run(
        command, input=says, capture_output=True, text=True, timeout=60
    ).stdout


def test_an_order_fails_again(run: Run, kit: Path) -> None:
    """The order of a failure shows that failure again, and only that run prints."""
    result = run(RACE, "--order", failing_order(kit), "-s")

    assert outcomes(result) == {"failed": 1}
    assert result.stdout.str().count("adds ") == 2
    assert "what was tried" not in result.stdout.str()


def test_an_order_that_passes(run: Run) -> None:
    """An order in which nothing goes wrong passes."""
    assert outcomes(run(RACE, "--order", "default")) == {"passed": 1}


def test_an_order_that_does_not_fit(run: Run, kit: Path) -> None:
    """An order is refused in words, with the step and who could go."""
    step, _, _ = failing_order(kit).partition(":")
    result = run(RACE, "--order", f"{step}:zoe")

    assert outcomes(result) == {"errors": 1}
    result.stdout.fnmatch_lines(
        [
            f"--order {step}:zoe: *'zoe'*'ann' and 'bob'*",
            "This is no verdict: *",
            "again  pytest exercises/02 -k test_two_at_once",
        ]
    )


def test_breakpoint_stops_in_the_order(run: Run, kit: Path) -> None:
    """`breakpoint()` stops in the student's lines, in that order and no other."""
    order = failing_order(kit)
    text = STUB.replace("self.value +=", "breakpoint()\n        self.value +=")
    (kit / COUNTER).write_text(text)
    said = talk(RACE, "--order", order, says="p ('n', n)\nc\np ('n', n)\nc\np 'more'\n")

    assert said.count("PDB set_trace") == 2
    assert f"{COUNTER}(" in said
    assert "('n', 5)" in said
    assert "('n', 7)" in said
    assert "1 failed" in said


def test_quitting_the_debugger_ends_the_run(kit: Path) -> None:
    """`q` at the debugger's prompt ends pytest, as always."""
    (kit / COUNTER).write_text(STUB.replace("print(", "breakpoint(), print("))
    said = talk(RACE, "--order", "default", says="q\n")

    assert "Exit: Quitting debugger" in said


def test_pdb_after_a_failure(kit: Path) -> None:
    """With `--pdb`, the debugger opens where the shown order has failed."""
    said = talk(RACE, "--pdb", says="p counter.value\nq\n")

    assert "PDB post_mortem" in said
    assert "-> assert counter.value == 12" in said
    assert "Ann's 5 and Bob's 7 both count." in said


def test_a_left_breakpoint_stops_nobody(run: Run, kit: Path) -> None:
    """A `breakpoint()` that was forgotten has no say in a usual run."""
    (kit / COUNTER).write_text(RIGHT.replace("with", "breakpoint()\n        with"))

    assert outcomes(run("exercises/02")) == {"passed": 3}


# ── other people's tests ─────────────────────────────────────────────────────
def test_other_tests_pay_nothing(run: Run, kit: Path) -> None:
    """Without an exercise, nothing of the engine is even imported."""
    test = "import sys\n\ndef test_it():\n    print(*sorted(sys.modules))\n"
    (kit / "tests/test_other.py").write_text(test)
    result = run("-s")
    words = result.stdout.str().split()  # the header may name the installed plugin
    modules = {m for m in words if m.startswith("threadlings") and "-" not in m}

    assert outcomes(result) == {"passed": 1}
    assert modules == {"threadlings", "threadlings.plugin"}
    assert "greenlet" not in result.stdout.str().split()


def test_as_an_entry_point(run: Run, kit: Path) -> None:
    """Once installed, the plugin is there without being asked for."""
    if PLUGIN:
        (kit / "pytest.ini").write_text("[pytest]\n")
        info = kit / "installed/threadlings-0.dist-info"
        info.mkdir(parents=True)
        (info / "METADATA").write_text("Name: threadlings\nVersion: 0\n")
        (info / "entry_points.txt").write_text(f"[pytest11]\nthreadlings = {MODULE}\n")
        run_ = f"import sys; sys.path.append({str(kit / 'installed')!r})"
        (kit / "sitecustomize.py").write_text(run_)
    result = run("exercises/2", "--strict-markers", "--strict-config")

    assert outcomes(result) == {"passed": 2, "failed": 1}


@pytest.mark.parametrize(
    ("argument", "meant"),
    [
        ("exercises/2", "exercises/02"),
        ("exercises/2/counter.py::test_one", "exercises/02/counter.py::test_one"),
        ("exercises/02", "exercises/02"),
        ("exercises/9", "exercises/9"),
        ("2", "2"),
        ("tests", "tests"),
    ],
)
def test_short_numbers(kit: Path, argument: str, meant: str) -> None:
    """Only a folder that isn't there is taken for an exercise that is."""
    assert full(argument, kit) == meant


@pytest.mark.parametrize("more", [[], ["-n", "1"]], ids=["here", "xdist"])
def test_an_exercise_that_is_too_new_is_skipped(
    run: Run, kit: Path, more: list[str]
) -> None:
    """Each promise is skipped, and one line says which Python the exercise needs."""
    grader = kit / "graders" / "02" / "test_counter.py"
    grader.write_text(f"SINCE = (3, 99)\n{GRADER}")
    result = run("exercises", *more)

    assert outcomes(result) == {"passed": 1, "skipped": 3}
    result.stdout.fnmatch_lines("02 counter needs Python 3.99 or later, and this is *")
    assert result.ret == 0
