"""Whom a `notify` wakes: the first, any of them, or somebody for no reason."""

from __future__ import annotations

import random
from pathlib import Path
from types import ModuleType

import pytest
from programs import STUCK, ZOO, Playground, agree, found, outcome, seeds

from threadlings import explain
from threadlings.core import ANYBODY, FIRST, IDEAL, SURPRISE, WAITERS
from threadlings.grading import every_order, together
from threadlings.load import Source
from threadlings.search import Exhaustive
from threadlings.sharing import Sharing
from threadlings.trial import Outcome, Trial

GATE = """
import threading
class Gate:
    def __init__(self):
        self.changed = threading.Condition()
        self.is_open = False
    def open(self):
        with self.changed:
            self.is_open = True
            self.changed.notify_all()
    def enter(self):
        with self.changed:
            {test} not self.is_open:
                self.changed.wait()
            assert self.is_open
"""


WAITING = """
import time
changed = Condition()
waiting = 0
woken = []
def wait(name):
    def work():
        global waiting
        with changed:
            waiting += 1
            changed.wait()
            woken.append(name)
    return work
def call():
    with changed:
        {calls}
def main():
    threads = [
        threading.Thread(target=wait(name), daemon=True) for name in (1, 2, 3)
    ]
    for number, thread in enumerate(threads):
        thread.start()
        while waiting <= number:
            time.sleep(1)
    call()
    for thread in threads:
        thread.join(1)
    return tuple(woken)
"""


@pytest.mark.parametrize(
    ("waiters", "calls", "woken"),
    [
        (FIRST, "changed.notify()", {(1,)}),
        (ANYBODY, "changed.notify()", {(1,), (2,), (3,)}),
        (FIRST, "changed.notify(2)", {(1, 2), (2, 1)}),
        (
            ANYBODY,
            "changed.notify(2)",
            {(1, 2), (1, 3), (2, 1), (2, 3), (3, 1), (3, 2)},
        ),
    ],
)
def test_whom_a_notify_wakes(
    waiters: str, calls: str, woken: set[object], tmp_path: Path
) -> None:
    """The first of those who wait, or any of them where a grader asks for it."""
    text = WAITING.format(calls=calls)
    playground = Playground(text, tmp_path, time=IDEAL, waiters=waiters)
    search = playground.search(preemptions=0, runs=3_000)

    assert {outcome(record) for record in found(search)} == woken


CALLS = (
    *("changed.wait()", "changed.wait()", "changed.wait()", "changed.wait(1)"),
    *("changed.notify()", "changed.notify()", "changed.notify(2)"),
    "changed.notify_all()",
)
FOUR = """
def main():
    at_once(work0, work1, work2, work3)
"""


@pytest.mark.parametrize("seed", seeds(8, 20))
def test_two_searches_agree_on_who_wakes(seed: int, tmp_path: Path) -> None:
    """What merges equal states and what plans reversals find the same orderings."""
    draw = random.Random(seed)
    bodies = [draw.choices(CALLS, k=draw.choice((1, 2))) for _ in range(4)]
    works = "".join(
        f"def work{n}():\n    with changed:\n        {'; '.join(body)}\n"
        for n, body in enumerate(bodies)
    )
    text = f"changed = Condition()\n{works}{FOUR}"
    assert agree(Playground(text, tmp_path, waiters=ANYBODY), runs=500)


def test_one_condition_for_two_kinds_of_waiters_fails_more_often(
    tmp_path: Path,
) -> None:
    """With any waiter woken, the classic buffer is stuck in more of its orderings."""
    stuck = {}
    for waiters in (FIRST, ANYBODY):
        text = ZOO["one condition"].text
        playground = Playground(text, tmp_path, waiters=waiters)
        search = Exhaustive(playground.once, Sharing(), 5_000)
        ends = [outcome(record) for record in found(search)]
        assert search.coverage.kind == "complete"
        stuck[waiters] = ends.count(STUCK)

    assert stuck[FIRST] == 4
    assert stuck[ANYBODY] > 4


def trial(text: str, folder: Path, waiters: str) -> Outcome:
    """The outcome of somebody entering a gate while another opens it."""

    @every_order(waiters=waiters)
    def test(submission: ModuleType) -> None:
        gate = submission.Gate()
        together(ann=gate.enter, bob=gate.open)

    path = folder / "answer.py"
    path.write_text(text, "utf-8")
    return Trial(test, Source(path)).search()


@pytest.mark.parametrize("waiters", WAITERS)
def test_a_loop_survives_a_surprise(waiters: str, tmp_path: Path) -> None:
    """Whoever asks again after `wait` is right, whomever a notify wakes."""
    assert trial(GATE.format(test="while"), tmp_path, waiters).finding is None


def test_a_surprise_is_found_and_has_words_of_its_own(tmp_path: Path) -> None:
    """An `if` in front of a `wait` fails when that comes back for no reason."""
    text = GATE.format(test="if")
    assert trial(text, tmp_path, FIRST).finding is None
    outcome = trial(text, tmp_path, SURPRISE)
    words = explain.Words("The gate holds", "answer.py", "test_gate", "")
    message = " ".join(explain.message(outcome, words).split())

    assert outcome.finding is not None
    assert outcome.finding.kind == "race"
    assert outcome.record.forced == 1
    assert "comes back once though nobody has notified" in message
    assert "(for no reason)" in message


def test_a_surprise_is_no_way_out_of_a_deadlock(tmp_path: Path) -> None:
    """Who was never notified is stuck, though a wait could come back by itself."""
    text = GATE.format(test="while").replace("self.changed.notify_all()", "pass")
    outcome = trial(text, tmp_path, SURPRISE)

    assert outcome.finding is not None
    assert outcome.finding.kind == "deadlock"
    assert outcome.record.oddities == ()


def test_unknown_waiters_are_refused() -> None:
    """A grader that asks for others is told which there are."""
    with pytest.raises(ValueError, match="'first', 'any', 'surprise'"):
        every_order(waiters="last")
