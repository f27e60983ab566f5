"""Whatever a submission does, the supervisor comes to an end and says what it was."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from threadlings import fate
from threadlings.fate import Report
from threadlings.supervise import DEATHS, supervise

PATIENCE = 1.5
GRADER = '''
"""A grader of three promises; a submission is hostile in the second one."""

from threadlings import every_order


@every_order
def test_before(submission):
    """What comes before is kept."""
    assert submission.fine() == 1


@every_order
def test_act(submission):
    """The call comes back."""
    submission.act()


@every_order
def test_after(submission):
    """What comes after is kept."""
    assert submission.fine() == 1
'''
NAMES = ["test_before", "test_act", "test_after"]
FINE = """
import importlib, itertools, re, sys
real = importlib.import_module
os = real('os')

def fine():
    return 1

"""

CASES = {
    "comes back": ("pass", None),
    "C loop": ("sum(itertools.repeat(0))", "gave-up"),
    "backtracking": ("re.match('(a+)+b', 'a' * 50)", "gave-up"),
    "real lock": (
        "lock = real('_thread').allocate_lock()\nlock.acquire()\nlock.acquire()",
        "gave-up",
    ),
    "stops itself": (
        """
        os.kill(os.getpid(), real('signal').SIGSTOP)  # another thread may take it:
        sum(itertools.repeat(0))  # this one stops a few steps later then
        """,
        "gave-up",
    ),
    "killed": ("os.kill(os.getpid(), real('signal').SIGKILL)", "gave-up"),
    "deaf to SIGABRT": (
        """
        real('signal').signal(real('signal').SIGABRT, real('signal').SIG_IGN)
        real('faulthandler').disable()
        sum(itertools.repeat(0))
        """,
        "gave-up",
    ),
    "swallows all": (
        """
        def go_on():
            try:
                real('time').sleep(9_999)
            except BaseException:
                pass
        any(map(lambda _: go_on(), itertools.repeat(0)))
        """,
        "gave-up",
    ),
    "os._exit": ("os._exit(0)", "crash"),
    "sys.exit": ("sys.exit(0)", "crash"),
    "KeyboardInterrupt": ("raise KeyboardInterrupt", "crash"),
    "segmentation fault": ("os.kill(os.getpid(), real('signal').SIGSEGV)", "crash"),
    "2 GiB": ("[0] * (1 << 28)", "crash"),
    "endless output": (
        "sys.__stdout__.writelines(itertools.repeat('x' * 9_999))",
        "crash",
    ),
    "endless print": (
        "any(map(print, itertools.repeat('x' * 99)))",
        "gave-up",
    ),
    "garbage": (
        "[os.write(fd, b'{}\\n') for fd in range(3, 9) if os.path.exists"
        "(f'/proc/self/fd/{fd}') and 'reports' in os.readlink(f'/proc/self/fd/{fd}')]",
        "crash",
    ),
    "forgery": (
        """
        for fd in range(3, 9):
            if 'reports' in os.readlink(f'/proc/self/fd/{fd}'):
                os.write(fd, b'{"job": "forgery", "test": "test_after"}\\n')
        """,
        "crash",
    ),
    "input": ("input('name? ')", "crash"),
    "real thread": (
        "real('threading').Thread(target=real('time').sleep, args=[9_999]).start()",
        None,
    ),
    "thread pool": (
        "real('concurrent.futures').ThreadPoolExecutor()"
        ".submit(real('time').sleep, 9_999)",
        None,
    ),
    "atexit": ("real('atexit').register(lambda: real('time').sleep(9_999))", None),
    "subprocess": (
        "real('subprocess').Popen([sys.executable, '-c', 'input()'], stdin=-1)",
        None,
    ),
    "session of its own": (
        """
        code = 'import time; time.sleep(9_999)'
        kept = real('subprocess').Popen([sys.executable, '-c', code],
                                        start_new_session=True)
        with open(PIDS, 'a') as file:
            print(kept.pid, file=file)
        """,
        None,
    ),
    "fork": ("os.fork()", None),
    "breakpoint": ("breakpoint()", None),
    "pdb": ("import pdb; pdb.set_trace()", "gave-up"),
}


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterable[Path]:
    """A folder with a grader; what the supervisor puts aside goes there as well."""
    room = tmp_path_factory.mktemp("room")
    (room / "test_grader.py").write_text(GRADER)
    (room / "aside").mkdir()
    before, tempfile.tempdir = tempfile.tempdir, str(room / "aside")
    yield room
    tempfile.tempdir = before


Write = Callable[[str, str], Report]


@pytest.fixture(scope="module")
def write(room: Path) -> Write:
    """Write a submission and give the job of grading it."""

    def write(name: str, text: str) -> Report:
        file = room / f"{name.replace(' ', '_')}.py"
        file.write_text(text)
        grader = str(room / "test_grader.py")
        return {"id": name, "grader": grader, "submission": str(file), "again": "do"}

    return write


def acting(act: str) -> str:
    """A submission that does *act* in the second promise."""
    return f"{FINE}def act():\n{textwrap.indent(textwrap.dedent(act), '    ')}\n"


def children() -> set[int]:
    """The processes that this one has started and that are still there."""
    found = Path(f"/proc/{os.getpid()}/task").glob("*/children")
    return {int(pid) for path in found for pid in path.read_text().split()}


def kinds(reports: Iterable[Report]) -> list[str | None]:
    """The kind of each finding, None where a promise was kept."""
    found = [line["finding"] for line in reports if "test" in line]
    return [one and one["kind"] for one in found]


def message(reports: Iterable[Report], test: str) -> str:
    """What is said of *test*."""
    (found,) = [line for line in reports if line.get("test") == test]
    return str(found["finding"]["message"])


@pytest.fixture(scope="module")
def heard(room: Path, write: Write) -> dict[str, list[Report]]:
    """All reports of all cases, by name."""
    pids = f"PIDS = {str(room / 'pids')!r}\n"
    jobs = [write(name, pids + acting(act)) for name, (act, _) in CASES.items()]
    heard: dict[str, list[Report]] = {name: [] for name in CASES}
    before = children()
    for line in supervise(jobs, patience=PATIENCE, together=4, alone=True):
        heard[line["job"]].append(line)
    assert children() == before
    return heard


# ── submissions that would hang, fool or take along whoever runs them ────────
@pytest.mark.parametrize("name", CASES)
def test_costs_at_most_one_promise(name: str, heard: dict[str, list[Report]]) -> None:
    """A hostile call costs the promise that it was made in and no other."""
    assert kinds(heard[name]) == [None, CASES[name][1], None]


@pytest.mark.parametrize("name", CASES)
def test_every_promise_is_reported_once(
    name: str, heard: dict[str, list[Report]]
) -> None:
    """The reports are there once each, in the grader's order, and then the end."""
    *lines, end = heard[name]

    assert [line["test"] for line in lines] == NAMES
    assert end == {"job": name, "end": 3}


def test_nothing_is_left_in_the_system(
    room: Path, heard: dict[str, list[Report]]
) -> None:
    """A process with a session of its own is ended like all the others."""
    pids = (room / "pids").read_text().split()

    assert pids
    assert [pid for pid in pids if os.path.exists(f"/proc/{pid}")] == []


def test_nothing_is_left_on_the_disk(
    room: Path, heard: dict[str, list[Report]]
) -> None:
    """What was put aside for the processes is removed."""
    assert list((room / "aside").iterdir()) == []


@pytest.mark.parametrize("name", ["C loop", "backtracking", "stops itself"])
def test_silence_is_no_verdict(name: str, heard: dict[str, list[Report]]) -> None:
    """A message about silence begins with that, says where it was, and what to do."""
    text = message(heard[name], "test_act")
    place = f"at {name.replace(' ', '_')}.py, line "

    assert text.startswith("No verdict: threadlings gave up.\nThe call comes back.\n")
    assert "Nothing came back for 1.5 s;" in text
    assert place in " ".join(text.split())
    assert "think  Which call" in text
    assert text.endswith("again  do -k test_act")
    assert max(map(len, text.splitlines())) <= 88


@pytest.mark.parametrize(
    ("name", "how"),
    [
        ("os._exit", "exit code 0"),
        ("segmentation fault", "signal SIGSEGV"),
        ("killed", "signal SIGKILL"),
        ("garbage", "what came back from the process is no report"),
        ("forgery", "what came back from the process is no report"),
        ("pdb", "stops in a debugger"),
    ],
)
def test_says_how_the_process_ended(
    name: str, how: str, heard: dict[str, list[Report]]
) -> None:
    """Another end than silence is told as it was seen."""
    text = message(heard[name], "test_act")

    assert how in " ".join(text.split())
    assert "deadlock" not in text


# ── while it is loaded ───────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("while True: pass", "endless"),
        ("import sys\nsys.exit()", "crash"),
        ("import os\nos._exit(0)", "crash"),
        (f"x = {'(' * 90}{')' * 90}", "crash"),
        ("x = " + "-" * 90_000 + "1", "crash"),
        ("x = '\0'", "crash"),
    ],
)
def test_loading_ends(text: str, kind: str, write: Write) -> None:
    """A file that can't be loaded keeps no promise."""
    job = {**write("load", text), "tests": ["test_before"]}

    assert kinds(supervise([job])) == [kind]


def test_gives_up_on_a_job(write: Write, room: Path) -> None:
    """After three deaths in a row, the rest of a job is not tried."""
    grader = room / "test_many.py"
    more = "@every_order\ndef test_more(submission):\n    submission.act()\n"
    grader.write_text(f"{GRADER}\n\n{more}")
    runs = room / "runs"
    leave = "__import__('importlib').import_module('os')._exit(3)"
    text = f"open({str(runs)!r}, 'a').write('x')\n{leave}"
    job = {**write("hopeless", text), "grader": str(grader)}
    reports = list(supervise([job]))

    assert kinds(reports) == ["crash"] * 4
    assert reports[-1] == {"job": "hopeless", "end": 4}
    assert runs.read_text() == "x" * DEATHS
    assert message(reports, "test_more").startswith("Not tried: the 3 promises before")
    assert "exit code 3" in message(reports, "test_more")


# ── whose fault it is ────────────────────────────────────────────────────────
def test_a_broken_grader_is_called_so(write: Write, room: Path) -> None:
    """The mistake of a grader is not put down to the submission."""
    grader = room / "test_broken.py"
    grader.write_text("import nothing_of_that_name\n")
    reports = supervise([{**write("good", FINE), "grader": str(grader)}])
    (line, end) = reports

    assert (line["test"], line["finding"]["kind"]) == ("test_broken", "gave-up")
    assert "This grader is broken: ModuleNotFoundError." in line["finding"]["message"]
    assert end == {"job": "good", "end": 1}


@pytest.mark.parametrize("names", [NAMES, None])
def test_our_own_failure_is_called_so(names: list[str] | None, write: Write) -> None:
    """When not even the worker can start, that is the fault of threadlings."""
    job = {**write("good", FINE), "tests": names}
    reports = list(supervise([job], memory=1))

    assert kinds(reports) == ["gave-up"] * len(names or [""])
    assert "this is not your fault" in message(reports, reports[0]["test"])


def test_an_order_that_does_not_fit_is_refused(write: Write) -> None:
    """An order is refused in words when the submission can't follow it."""
    job = {**write("good", acting("pass")), "tests": ["test_act"], "order": "7:bob"}
    (line, _) = supervise([job])

    assert line["refused"].startswith("--order 7:bob: nobody has a choice at step 7")


# ── many jobs ────────────────────────────────────────────────────────────────
@pytest.mark.parametrize("alone", [False, True])
@pytest.mark.parametrize("together", [1, 2])
def test_many_jobs(write: Write, together: int, alone: bool) -> None:
    """All jobs are done, each in order, however they are shared out."""
    jobs = [write(f"job {n}", acting("pass")) for n in range(3)]
    heard: dict[str, list[Any]] = {job["id"]: [] for job in jobs}
    for line in supervise(jobs, together=together, alone=alone):
        heard[line["job"]].append(line.get("test", line.get("end")))

    assert heard == {job["id"]: [*NAMES, 3] for job in jobs}


def test_no_jobs() -> None:
    """Nothing to do is done at once."""
    assert list(supervise([])) == []


def test_some_tests_of_a_grader(write: Write) -> None:
    """A job may name the tests that it wants, in its own order."""
    wanted = ["test_after", "test_before"]
    reports = supervise([{**write("good", acting("pass")), "tests": wanted}])

    assert [line.get("test") for line in reports] == [*wanted, None]


def test_jobs_do_not_share_threads(write: Write) -> None:
    """A job never meets the real threads that an earlier one has left."""
    thread = "real('threading').Thread(target=real('time').sleep, args=[9_999]).start()"
    count = "assert real('threading').active_count() == 1"
    jobs = [write("leaves", acting(thread)), write("counts", acting(count))]
    reports = list(supervise(jobs))

    assert kinds(reports) == [None] * 6


def test_hashes_are_the_same_everywhere(write: Write) -> None:
    """A set of strings has the same order in every process."""
    act = "raise ValueError(list({'ann', 'bob', 'cid', 'dora', 'eve'}))"
    job = {**write("set", acting(act)), "tests": ["test_act"]}
    one, _, other, _ = supervise([job, {**job, "id": "again"}], alone=True)

    assert one["finding"] == other["finding"]


# ── whoever supervises ───────────────────────────────────────────────────────
def test_closing_ends_the_processes(write: Write, room: Path) -> None:
    """Who has heard enough closes the generator, and no process is left."""
    before = children()
    reports = supervise([write("busy", acting("sum(itertools.repeat(0))"))])
    next(reports)
    during = children()
    reports.close()  # type: ignore[attr-defined]

    assert len(during) == len(before) + 1
    assert children() == before
    assert list((room / "aside").iterdir()) == []


def test_ctrl_c_ends_the_processes(write: Write, room: Path) -> None:
    """Ctrl-C ends the supervisor and what it has started."""
    pid = room / "pid"
    act = f"open({str(pid)!r}, 'w').write(str(os.getpid()))\nsum(itertools.repeat(0))"
    job = write("busy", acting(act))
    code = (
        "import signal\n"  # where the tests run in the background, it is ignored
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from threadlings.supervise import supervise\n"
        f"for line in supervise([{job!r}]): print(line['test'], flush=True)\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=-1, stderr=-1) as parent:
        assert parent.stdout is not None
        assert parent.stdout.readline() == b"test_before\n"
        parent.send_signal(signal.SIGINT)
        _, errors = parent.communicate(timeout=60)

    assert b"KeyboardInterrupt" in errors
    number = pid.read_text() if pid.exists() else ""  # perhaps it came to nothing
    assert not number or not os.path.exists(f"/proc/{number}")


def test_a_worker_without_a_parent_ends(write: Write, room: Path) -> None:
    """A worker that nobody watches any more ends by itself."""
    jobs, reports = room / "jobs", room / "reports"
    jobs.write_text(json.dumps([write("loop", acting("sum(itertools.repeat(0))"))]))
    worker = [sys.executable, "-m", "threadlings.worker", str(jobs), str(reports)]
    done = subprocess.run([*worker, "0", "1"], timeout=60, stderr=-1)

    assert done.returncode == 1
    assert b"loop.py" in done.stderr


# ── words ────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("code", "found"),
    [
        (0, ("crash", "exit code 0")),
        (-signal.SIGSEGV, ("crash", "signal SIGSEGV")),
        (-signal.SIGTERM, ("killed", "signal SIGTERM")),
        (-99, ("crash", "signal 99")),
    ],
)
def test_exit_codes_in_words(code: int, found: tuple[str, str]) -> None:
    """Only signals that come from others as a rule are no verdict."""
    assert fate.of_code(code) == found


def test_the_place_is_that_of_the_thread_that_was_running(tmp_path: Path) -> None:
    """Of all the stacks, that of the running thread is looked at first."""
    file = tmp_path / "émile.py"
    file.write_text("first\nsecond\n")
    name = str(file).encode("ascii", "backslashreplace").decode()
    dump = f'''Fatal Python error: Aborted

Thread 0x00007f0000000001 (most recent call first):
  File "{name}", line 1 in other

Current thread 0x00007f0000000002 (most recent call first):
  File "/usr/lib/python3/threading.py", line 7 in wait
  File "{name}", line 2 in increment
  File "{name}", line 1 in <module>
'''

    assert fate.place(dump, file) == "émile.py, line 2, in increment: second"
    assert fate.place("Killed", file) == ""
