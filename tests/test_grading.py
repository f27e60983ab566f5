"""The words of a grader: what each of them does, and what it says when misused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import threadlings
from threadlings import blame, burn, clock, every_order, seen, sleep, together, watch
from threadlings.core import Run
from threadlings.events import Ending, Record
from threadlings.grading import KINDS, Options
from threadlings.load import Source
from threadlings.trial import Outcome, Trial


def play(main: Any, **how: Any) -> Record:
    """One run of *main* under the default order."""
    record = Run(**how).play(main)
    for error in record.errors.values():
        raise error
    return record


def tried(test: Any, text: str, folder: Path) -> Outcome:
    """What comes of the promise *test* on a submission."""
    path = folder / "answer.py"
    path.write_text(text, "utf-8")
    return Trial(test, Source(path)).search()


def kind_of(outcome: Outcome) -> str | None:
    """The kind of the finding, if there is one."""
    return outcome.finding.kind if outcome.finding else None


# ── every_order ──────────────────────────────────────────────────────────────
def test_every_order_marks_a_test_and_leaves_it_as_it_is() -> None:
    """A marked test can still be called as the function that it is."""

    @every_order
    def plain(submission: Any) -> int:
        return 7

    @every_order(preemptions=1, time="ideal", runs=5)
    def tuned(submission: Any) -> int:
        return 8

    assert (plain(None), tuned(None)) == (7, 8)
    assert vars(plain)["every_order"] == Options()
    assert vars(tuned)["every_order"] == Options(1, "ideal", 5)


def test_every_order_refuses_what_it_does_not_know() -> None:
    """A wrong option is said when the grader is imported, with what may be written."""
    with pytest.raises(ValueError, match="time='fast': write 'any' or 'ideal'"):
        every_order(time="fast")
    with pytest.raises(TypeError, match="preemption"):
        every_order(preemption=1)(len)  # type: ignore[call-overload]


COUNTER = "class Counter:\n    n = 0\n    def add(self, n): self.n += n\n"


@pytest.mark.parametrize("preemptions", [0, 1])
def test_preemptions_bound_what_is_tried(preemptions: int, tmp_path: Path) -> None:
    """A promise that was tried up to a bound is told to be so."""

    @every_order(preemptions=preemptions)
    def test(submission: Any) -> None:
        counter = submission.Counter()
        together(ann=lambda: counter.add(1), bob=lambda: counter.add(2))

    coverage = tried(test, COUNTER, tmp_path).coverage
    assert (coverage.kind, coverage.preemptions) == ("bounded", preemptions)


def test_runs_bound_what_is_tried(tmp_path: Path) -> None:
    """With few runs no more of them are made, and less is said."""

    @every_order(runs=1)
    def test(submission: Any) -> None:
        counter = submission.Counter()
        together(ann=lambda: counter.add(1), bob=lambda: counter.add(2))

    coverage = tried(test, COUNTER, tmp_path).coverage
    assert coverage.runs == 1
    assert coverage.kind != "complete"


SLEEPY = (
    "import time\nclass Door:\n    is_open = False\n    def open(self):\n"
    "        time.sleep(1)\n        self.is_open = True\n"
)


@pytest.mark.parametrize(("time", "kind"), [("ideal", None), ("any", "race")])
def test_sleeping_is_no_synchronising(
    time: Any, kind: str | None, tmp_path: Path
) -> None:
    """At any speed a longer sleep is not always over later; in ideal time it is."""

    @every_order(time=time)
    def test(submission: Any) -> None:
        door = submission.Door()
        saw = []

        def visit() -> None:
            sleep(2)
            saw.append(door.is_open)

        together(opener=door.open, visitor=visit)
        assert saw == [True]

    assert kind_of(tried(test, SLEEPY, tmp_path)) == kind


# ── together ─────────────────────────────────────────────────────────────────
def test_together_gives_what_each_job_returned() -> None:
    """Results come by name, whoever was first."""
    record = play(lambda: together(ann=lambda: 1, bob=lambda: 2))

    assert record.result == {"ann": 1, "bob": 2}
    assert record.threads == ("main", "ann", "bob")


def test_together_lets_all_end_before_it_raises() -> None:
    """The first exception by name is raised once all jobs have ended."""
    ended = []

    def fail(error: Exception) -> None:
        raise error

    def main() -> None:
        together(
            ann=lambda: ended.append("ann"),
            bob=lambda: fail(KeyError("b")),
            cat=lambda: fail(ValueError("c")),
            dan=lambda: ended.append("dan"),
        )

    record = Run().play(main)
    assert record.ending is Ending.RAISED
    assert ended == ["ann", "dan"]
    assert isinstance(record.errors["main"], KeyError)
    assert record.errors["main"].together == "bob"  # type: ignore[attr-defined]


def test_together_really_is_at_once() -> None:
    """Each job begins before any has to end."""

    def main() -> int:
        work = watch(lambda: sleep(1))
        together(ann=work, bob=work, cat=work)
        return work.peak

    assert play(main, time="ideal").result == 3


# ── watch, sleep, clock ──────────────────────────────────────────────────────
def test_watch_remembers_every_call() -> None:
    """Who called, with what, from when to when, how many at once."""

    def main() -> Any:
        def nap(seconds: float) -> float:
            sleep(seconds)
            return seconds

        work = watch(nap)
        results = together(ann=lambda: work(2), bob=lambda: work(3))
        return work, results, clock()

    work, results, ended = play(main, time="ideal").result
    calls = {call.thread: call for call in work.calls}

    assert (results, ended) == ({"ann": 2, "bob": 3}, 3.0)
    assert (work.peak, work.inside, work.threads) == (2, 0, {"ann", "bob"})
    assert [call.arguments for call in work.calls] == [(2,), (3,)]
    assert (calls["ann"].began, calls["ann"].ended) == (0.0, 2.0)
    assert (calls["bob"].began, calls["bob"].ended) == (0.0, 3.0)


def test_watch_hands_exceptions_on() -> None:
    """A call that raises has ended, and its exception goes to the caller."""

    def main() -> Any:
        work = watch(lambda: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            work()
        return work

    work = play(main).result
    assert (work.inside, work.calls[0].ended) == (0, 0.0)


def test_watch_lets_others_come_in_between(tmp_path: Path) -> None:
    """A peak of two is found in some order even where the work takes no time."""

    @every_order
    def test(submission: Any) -> None:
        work = watch(lambda: None)
        together(ann=lambda: submission.call(work), bob=lambda: submission.call(work))
        assert work.peak == 1

    free = "def call(work): work()\n"
    kept = (
        "import threading\nlock = threading.Lock()\n"
        "def call(work):\n    with lock: work()\n"
    )
    assert kind_of(tried(test, free, tmp_path)) == "race"
    assert kind_of(tried(test, kept, tmp_path)) is None


@pytest.mark.parametrize(("free_threaded", "took"), [(False, 4), (True, 2)])
def test_threads_compute_in_turn_unless_they_are_free(
    free_threaded: bool, took: float, tmp_path: Path
) -> None:
    """Two threads that compute for 2 s need 4 s under the GIL, and 2 s without it."""

    @every_order(time="ideal", free_threaded=free_threaded)
    def test(submission: Any) -> None:
        together(ann=lambda: burn(2), bob=lambda: burn(2))
        assert clock() == took

    assert tried(test, "", tmp_path).finding is None


def test_the_clock_is_virtual() -> None:
    """An hour of the grader's sleep is an hour on its clock, and none on the wall."""

    def main() -> float:
        sleep(3600)
        return clock()

    assert play(main).result == 3600.0


# ── blame ────────────────────────────────────────────────────────────────────
def test_blame_gives_its_kind_to_a_failed_assert(tmp_path: Path) -> None:
    """What fails inside is a finding of that kind, though it is so in every order."""

    @every_order
    def test(submission: Any) -> None:
        with blame("serial"):
            assert submission.peak == 2

    assert kind_of(tried(test, "peak = 1\n", tmp_path)) == "serial"
    assert kind_of(tried(test, "peak = 2\n", tmp_path)) is None


def test_blame_knows_its_kinds() -> None:
    """A kind that does not exist is refused with those that do."""
    with pytest.raises(ValueError, match=r"blame\('slow'\): the kinds are deadlock, "):
        blame("slow").__enter__()
    assert len(KINDS) == 11


# ── seen ─────────────────────────────────────────────────────────────────────
USER = """
import queue, threading
lines, lock, done = queue.Queue(), threading.Lock(), threading.Event()
def work():
    with lock:
        lines.get()
    done.set()
def go():
    thread = threading.Thread(target=work, name="helper")
    thread.start()
    lines.put(1)
    done.wait()
    thread.join()
"""


def test_seen_tells_what_the_submission_used(tmp_path: Path) -> None:
    """Threads that it started, classes that it used, and where each thread waited."""
    kept = []

    @every_order
    def test(submission: Any) -> None:
        submission.go()
        kept.append(seen())

    tried(test, USER, tmp_path)
    assert kept
    assert {saw.threads for saw in kept} == {("helper",)}
    assert all({"Queue", "Lock", "Event"} <= saw.used for saw in kept)
    assert all(saw.waited["helper"] == {"Queue", "Lock"} for saw in kept)
    assert any("Event" in saw.waited["main"] for saw in kept)


# ── the package ──────────────────────────────────────────────────────────────
def test_a_grader_imports_eight_words() -> None:
    """All that `threadlings` offers is there, and nothing else is."""
    for name in threadlings.__all__:
        assert getattr(threadlings, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'Lock'"):
        _ = threadlings.Lock


@pytest.mark.parametrize(
    "word", [clock, seen, lambda: sleep(1), lambda: together(a=list)]
)
def test_words_say_where_they_can_be_used(word: Any) -> None:
    """Outside of a run they are refused in words."""
    with pytest.raises(RuntimeError, match="can only be used inside of a run"):
        word()
