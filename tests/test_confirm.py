"""What holds in the simulation is tried in real processes, and a difference is ours."""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

import threadlings
from threadlings import child, confirm, grading, life, supervise
from threadlings.load import Source
from threadlings.trial import Outcome, Trial

GRADER = '''
"""A grader of two promises; the second one is confirmed."""

from threadlings import blame, every_order, seen, watch

add = watch(sum, meet=2)


@every_order
def test_one(submission):
    """One process adds up."""
    assert submission.both(sum, [(1, 2)]) == [0]


@every_order(confirmed=True)
def test_really(submission):
    """Two processes add up at the same time."""
    add.forget()
    assert submission.both(add, [(1, 2), (3, 4)]) == [0, 0]
    with blame("wrong-tool"):
        assert len(add.threads & {*seen().processes}) == 2
'''
ANSWER = """
import multiprocessing
import os
import sys

REAL = "greenlet" not in sys.modules

def both(add, pairs):
    {first}
    processes = [multiprocessing.Process(target=add, args=(pair,)) for pair in pairs]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return [process.exitcode for process in processes]
"""
OTHERWISE = {
    "fails": ("raise ValueError('only in life')", "ValueError: only in life"),
    "hangs": ("multiprocessing.Event().wait()", ""),
    "dies": ("os._exit(7)", ""),
    "leaves": (
        "multiprocessing.Process(target=__import__('time').sleep, args=(1e6,)).start()",
        "Process-",
    ),
    "leaks": (
        "from multiprocessing import shared_memory as own; "
        "own.SharedMemory(create=True, size=16)",
        "leaked",
    ),
}
SAYS = {
    "fails": "this promise was not kept",
    "hangs": "nothing came back",
    "dies": "ended without a word",
    "leaves": "some were still there",
    "leaks": "left in the system",
}
METHODS = multiprocessing.get_all_start_methods()


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    """A folder with a grader."""
    grader = tmp_path / "graders" / "90" / "test_sums.py"
    grader.parent.mkdir(parents=True)
    grader.write_text(GRADER, "utf-8")
    return tmp_path


def job(kit: Path, first: str) -> dict[str, Any]:
    """The job of grading an answer that does something *first*."""
    answer = kit / "sums.py"
    answer.write_text(ANSWER.format(first=first), "utf-8")
    grader = kit / "graders" / "90" / "test_sums.py"
    return {"id": "1", "grader": str(grader), "submission": str(answer), "tests": None}


def graded(kit: Path, first: str = "pass") -> list[dict[str, Any]]:
    """The reports of such an answer."""
    reports = supervise.supervise([job(kit, first)])
    return [report for report in reports if "test" in report]


def confirmed(kit: Path, first: str) -> dict[str, Any]:
    """What comes of the second promise in real processes."""
    line = {
        **{"test": "test_really", "promise": "They add up.", "finding": None},
        "coverage": {"sentence": "all 2 orders"},
    }

    going = confirm.confirm(line, confirm.really("test_really", job(kit, first)))
    while True:
        try:
            assert next(going) == {"begin": "test_really"}
        except StopIteration as end:
            report: dict[str, Any] = end.value
            return report


# ── what is confirmed ────────────────────────────────────────────────────────
def test_a_kept_promise_is_kept_in_real_processes(kit: Path) -> None:
    """It is tried once for every way of beginning a process, and that is said."""
    first, second = graded(kit)
    assert (first["finding"], second["finding"]) == (None, None)
    assert "real processes" not in first["coverage"]["sentence"]
    assert f"({', '.join(METHODS)})" in second["coverage"]["sentence"]


def test_what_fails_in_the_simulation_is_not_tried(kit: Path) -> None:
    """A promise that was broken needs no real processes, nor do those after it."""
    mark = kit / "ran"
    wrong = f"if len(pairs) == 1: return 0\n    if REAL: open({str(mark)!r}, 'w')"
    first, second = graded(kit, wrong)
    assert first["finding"]["kind"] == "wrong-result"
    assert second["finding"] is None
    assert not mark.exists()


@pytest.mark.parametrize("key", OTHERWISE)
def test_a_difference_is_our_fault(
    key: str, kit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What goes otherwise in real processes is no mark, and nothing stays behind."""
    if key == "hangs":
        monkeypatch.setattr(confirm, "PATIENCE", 1.5)
    before = child._children(os.getpid()) if sys.platform == "linux" else []
    first, details = OTHERWISE[key]
    report = confirmed(kit, f"if REAL: {first}")
    finding = report["finding"]
    assert (finding["kind"], finding["ours"]) == ("gave-up", True)
    text = " ".join(finding["message"].split())
    assert SAYS[key] in text
    assert details in text
    assert "not in your code" in text
    if sys.platform == "linux":
        assert child._children(os.getpid()) == before


@pytest.mark.skipif("fork" not in METHODS, reason="nothing is inherited here")
def test_what_only_a_forked_process_inherits_is_nobodys_fault(
    kit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the ways of beginning a process differ, somebody should look."""
    monkeypatch.setattr(confirm, "PATIENCE", 3)
    inherited = (
        "inner, outer = multiprocessing.Pipe(); "
        "child = multiprocessing.Process(target=wait, args=(inner,)); child.start(); "
        "inner.close(); outer.close(); child.join()"
    )
    wait = "\n\ndef wait(end):\n    try: end.recv()\n    except EOFError: pass\n"
    monkeypatch.setattr(f"{__name__}.ANSWER", ANSWER + wait)
    finding = confirmed(kit, inherited)["finding"]
    assert (finding["kind"], "ours" in finding) == ("gave-up", False)
    assert "(by fork) nothing came back" in " ".join(finding["message"].split())
    assert "By spawn, forkserver it was kept" in finding["message"]


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_the_outer_guard_ends_the_whole_tree(kit: Path) -> None:
    """When the supervisor is told to stop, the real processes are gone as well."""
    mark = kit / "pids"
    os.mkfifo(mark)
    wait = (
        "context = multiprocessing.get_context('spawn'); event = context.Event(); "
        "child = context.Process(target=event.wait); child.start(); "
        f"print(os.getpid(), child.pid, file=open({str(mark)!r}, 'w')); child.join()"
    )
    reports = supervise.supervise([job(kit, f"if REAL: {wait}")])
    assert next(reports)["test"] == "test_one"
    with mark.open() as pipe:
        pids = pipe.readline().split()
    assert len(pids) == 2
    reports.close()
    assert not [pid for pid in pids if Path("/proc", pid).exists()]


def test_a_machine_without_semaphores_confirms_nothing(
    kit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where there can be no real processes, the promise is kept, and that is said."""
    monkeypatch.setattr(confirm, "_told", lambda host: {"unable": "OSError: no room"})
    report = confirmed(kit, "pass")
    assert report["finding"] is None
    assert "no real processes" in report["coverage"]["sentence"]


# ── the words in real processes ──────────────────────────────────────────────
def test_those_who_meet_are_there_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Callers wait for each other, two by two, and all of their calls are known."""
    monkeypatch.setenv(life.ROOM, str(tmp_path))
    double = life.watch(lambda n: 2 * n, meet=2)
    threads = [threading.Thread(target=double, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(call.arguments for call in double.calls) == [(0,), (1,), (2,), (3,)]
    assert double.threads == {str(os.getpid())}
    assert 2 <= double.peak <= 4
    assert life.seen().processes == ()


def test_words_have_the_same_names() -> None:
    """What a grader imports is there in real processes as well."""
    for name in threadlings.__all__:
        assert callable(getattr(life, name))
        assert callable(getattr(grading, name))
    with pytest.raises(NotImplementedError, match="virtual threads"):
        life.together()


# ── the same in the simulation ───────────────────────────────────────────────
def outcome(text: str, folder: Path) -> Outcome:
    """What comes of two jobs that have to meet."""
    work = grading.watch(abs, meet=2)

    def test(submission: Any) -> None:
        work.forget()
        submission.go(work)

    path = folder / "answer.py"
    path.write_text(text, "utf-8")
    return Trial(test, Source(path)).search()


def test_who_meets_goes_on(tmp_path: Path) -> None:
    """Two threads that are there at the same time meet in every order."""
    text = (
        "from threading import Thread\n"
        "def go(work):\n"
        "    one, two = (Thread(target=work, args=(n,)) for n in (1, 2))\n"
        "    one.start(); two.start(); one.join(); two.join()\n"
    )
    assert outcome(text, tmp_path).finding is None


def test_who_is_alone_was_too_early(tmp_path: Path) -> None:
    """Two calls one after the other never meet, which is no deadlock."""
    found = outcome("def go(work): work(1); work(2)\n", tmp_path).finding
    assert found is not None
    assert (found.kind, found.cause) == ("serial", "alone")
