"""One run: its endings, its clock, its threads, and what it leaves alone."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from programs import PRELUDE, Playground, outcome

from threadlings import core
from threadlings.core import ANY, IDEAL, Run
from threadlings.events import Departure, Ending, Record, Thing
from threadlings.fiber import Chooser, Fiber, Operation
from threadlings.search import Follow
from threadlings.sharing import Sharing

Work = Callable[[Run], Any]


def play(main: Work, **how: Any) -> Record:
    """Play *main*, which is given its run."""
    run = Run(**how)
    return run.play(lambda: main(run), tell=True)


def step(run: Run, kind: str = "step", **how: Any) -> bool:
    """Take a step that all others can see."""
    operation = Operation(kind, Thing("board"), (("board", "w"),))
    vars(operation).update(how)
    return run.pause(operation)


def wait(run: Run, **how: Any) -> bool:
    """Wait for what never comes."""
    return step(run, "wait", may_go=lambda: False, **how)


# ── endings ──────────────────────────────────────────────────────────────────
def fails(run: Run) -> None:
    """A main thread that raises."""
    raise KeyError("x")


def spins(run: Run) -> None:
    """A main thread that never comes to its end."""
    while True:
        step(run)


@pytest.mark.parametrize(
    ("main", "ending"),
    [
        (step, Ending.DONE),
        (fails, Ending.RAISED),
        (wait, Ending.STUCK),
        (spins, Ending.ENDLESS),
    ],
)
def test_a_run_ends_in_one_of_four_ways(main: Work, ending: Ending) -> None:
    """Done, raised, stuck and endless are all that can come of a run."""
    assert play(main, limit=100).ending is ending


def test_the_result_is_what_main_returns() -> None:
    """A record keeps what the main thread returned."""
    assert play(lambda run: 7).result == 7


def test_who_waits_is_said_with_what_for() -> None:
    """A stuck run says who waits, how, for what and for whom."""

    def main(run: Run) -> None:
        other = run.add("other", lambda: wait(run))
        wait(run, held_by=lambda: [other])

    first, second = play(main).waiting
    assert (first.thread, first.kind, str(first.thing)) == ("main", "wait", "board")
    assert (first.held_by, second.held_by) == (("other",), ())


def test_an_exception_in_a_thread_does_not_stop_the_others() -> None:
    """The others go on, as in CPython, and the run counts as raised."""

    def main(run: Run) -> list[int]:
        done: list[int] = []

        def work() -> None:
            step(run)
            done.append(1)

        run.add("bad", lambda: 1 / 0)
        run.add("good", work)
        for _ in range(5):
            step(run)
        return done

    record = play(main)
    assert record.ending is Ending.RAISED
    assert (list(record.errors), record.result) == (["bad"], [1])


@pytest.mark.parametrize("limit", [1, 10, 1000])
def test_the_step_budget_is_kept(limit: int) -> None:
    """A run never takes more steps than its limit."""

    def main(run: Run) -> None:
        run.add("other", lambda: spins(run))
        spins(run)

    record = play(main, limit=limit)
    assert record.ending is Ending.ENDLESS
    assert record.steps <= limit
    assert len(record.events) <= limit


# ── threads ──────────────────────────────────────────────────────────────────
def test_names_of_threads_are_made_unique() -> None:
    """An order has to say whom it means: namesakes get a number."""

    def main(run: Run) -> None:
        for name in ("ann", "bob", "ann", "ann"):
            run.add(name, lambda: None)

    assert play(main).threads == ("main", "ann", "bob", "ann~2", "ann~3")


def test_400_threads_are_no_trouble() -> None:
    """Threads nest in no stack, however many there are."""

    def main(run: Run) -> int:
        count = [0]

        def work() -> None:
            step(run)
            count[0] += 1

        for number in range(400):
            run.add(f"t{number}", work)
        step(run, may_go=lambda: count[0] == 400)
        return count[0]

    assert play(main).result == 400


@pytest.mark.parametrize(("daemon", "ending"), [(True, "DONE"), (False, "STUCK")])
def test_only_daemons_are_not_waited_for(daemon: bool, ending: str) -> None:
    """A run ends with its last thread that is no daemon; all that is left is told."""

    def main(run: Run) -> None:
        run.add("other", lambda: wait(run), daemon=daemon)

    record = play(main)
    assert record.ending.name == ending
    assert record.left == ("other",)


def test_what_is_killed_unwinds() -> None:
    """Whoever can't go on at the end runs its `finally` blocks, and in this run."""
    unwound = []

    def work(run: Run) -> None:
        try:
            wait(run)
        finally:
            unwound.append(core.current is run)

    def main(run: Run) -> None:
        run.add("other", lambda: work(run))
        work(run)

    play(main)
    assert unwound == [True, True]


def test_nobody_outlives_a_run() -> None:
    """A thread that swallows its end for ever is dropped, and the next run is sane."""

    def stubborn(run: Run) -> None:
        while True:
            try:
                wait(run)
            except BaseException:
                step(run)

    ending = play(stubborn).ending
    assert (ending, play(step).ending) == (Ending.STUCK, Ending.DONE)
    assert core.current is None


def test_a_thread_that_was_never_given_a_turn_does_nothing() -> None:
    """What did not begin before the end of a run never begins."""
    begun = []

    def main(run: Run) -> None:
        run.add("late", lambda: begun.append(1))
        run.end(Ending.CUT)

    record = play(main)
    assert (begun, record.ending) == ([], Ending.CUT)


def test_to_interrupt_a_run_is_to_interrupt_the_grader() -> None:
    """Ctrl-C in any thread ends the run and reaches the caller."""

    def interrupt() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        play(lambda run: (run.add("other", interrupt), wait(run)))
    assert core.current is None


# ── time ─────────────────────────────────────────────────────────────────────
def naps(run: Run) -> list[str]:
    """Two sleepers and a thread that works."""
    order: list[str] = []

    def nap(name: str, seconds: float) -> None:
        wait(run, until=seconds)
        order.append(name)

    def work() -> None:
        for _ in range(3):
            step(run)
        order.append("work")

    run.add("long", lambda: nap("long", 5.0))
    run.add("short", lambda: nap("short", 2.0))
    run.add("work", work)
    step(run, may_go=lambda: len(order) == 3)
    return order


@pytest.mark.parametrize("reading", [IDEAL, ANY])
def test_the_clock_moves_when_nobody_can_go_on(reading: str) -> None:
    """By the default rule sleepers wake by their times, and after all the work."""
    record = play(naps, time=reading)

    assert record.result == ["work", "short", "long"]
    assert record.clock == 5.0


class Ask(Chooser):
    """Note between whom there is a choice, and choose the last one."""

    def __init__(self) -> None:
        self.asked: list[list[str]] = []

    def choose(self, choice: Any) -> Fiber:
        """The last of the options."""
        self.asked.append([fiber.name for fiber, _ in choice.options])
        fiber: Fiber = choice.options[-1][0]
        return fiber


def test_in_ideal_time_no_sleeper_wakes_early() -> None:
    """Computing takes no time: who works is never slower than who sleeps."""
    ask = Ask()
    record = play(naps, time=IDEAL, chooser=ask)

    assert record.result == ["work", "short", "long"]
    assert not any("long" in names for names in ask.asked)


def test_at_any_speed_a_sleeper_can_be_first() -> None:
    """A thread that can go on may still be slower than any sleep."""
    record = play(naps, time=ANY, chooser=Ask())

    assert record.result[-1] == "work"
    assert record.clock == 5.0


def test_a_wait_says_whether_its_time_ran_out() -> None:
    """`pause` tells who was let go from who was out of time."""

    def main(run: Run) -> tuple[bool, bool]:
        return step(run, until=9.0), wait(run, until=1.0)

    assert play(main, time=IDEAL).result == (True, False)


# ── switches ─────────────────────────────────────────────────────────────────
def two(run: Run) -> None:
    """Two threads with two steps each."""

    def work() -> None:
        step(run)
        step(run)

    ann, bob = run.add("ann", work), run.add("bob", work)
    step(run, may_go=lambda: ann.done and bob.done)


@pytest.mark.parametrize(
    ("order", "forced", "threads"),
    [
        ((), 0, "ann ann bob bob"),
        ((Departure(3, "bob"),), 0, "bob bob ann ann"),
        ((Departure(4, "bob"),), 1, "ann bob bob ann"),
        ((Departure(4, "bob"), Departure(5, "ann")), 2, "ann bob ann bob"),
    ],
)
def test_only_a_switch_from_who_could_go_on_is_forced(
    order: tuple[Departure, ...], forced: int, threads: str
) -> None:
    """To begin with another thread is free, to interrupt one costs a switch."""
    record = play(two, chooser=Follow(order))
    steps = [event for event in record.events if event.thread in ("ann", "bob")]

    assert " ".join(e.thread for e in steps if e.kind == "step") == threads
    assert record.forced == forced == sum(event.forced for event in record.events)
    assert record.departures == order


# ── what is left alone ───────────────────────────────────────────────────────
def test_real_modules_are_untouched_during_a_run(tmp_path: Path) -> None:
    """The process keeps its own locks, threads and clocks: nothing is patched."""
    names = ("Lock", "RLock", "Condition", "Semaphore", "Event", "Thread", "Barrier")
    real = [getattr(threading, name) for name in names]
    clocks = [time.sleep, time.time, time.monotonic, time.perf_counter]
    seen: list[Any] = []
    playground = Playground("def main():\n    look()\n    return 1\n", tmp_path)
    run = Run()

    def main() -> Any:
        module: Any = playground.source.load(run)
        module.look = lambda: seen.extend(
            [
                [getattr(threading, name) for name in names] == real,
                [time.sleep, time.time, time.monotonic, time.perf_counter] == clocks,
                module.threading is not threading,
                sys.modules["threading"] is threading,
            ]
        )
        return module.main()

    assert run.play(main).result == 1
    assert seen == [True] * 4
    assert "program" not in sys.modules


# ── loops that only wait ─────────────────────────────────────────────────────
SPINS = {
    "a flag": ("while not flag: pass", True),
    "a flag, with a sleep": ("while not flag: time.sleep(0)", True),
    "an item": ("while not box: pass", True),
    "a try": ("while not lock.acquire(blocking=False): pass", True),
    "a count": ("n = 0\n    while n < 50: n += 1", False),
    "some retries": (
        "for _ in range(50):\n        if lock.acquire(blocking=False): break",
        False,
    ),
    "a queue": ("while rest: rest.pop()", False),
}


@pytest.mark.parametrize("name", SPINS)
@pytest.mark.parametrize("ends", [True, False])
def test_busy_waiting_is_seen(name: str, ends: bool, tmp_path: Path) -> None:
    """A loop that gets nowhere by itself waits for a write, and is told; others not."""
    loop, busy = SPINS[name]
    text = f"""
import time
flag, box, rest, lock = False, [], list(range(50)), Lock()
lock.acquire()
def waits():
    {loop}
def helps():
    global flag
    if {ends}:
        flag = True
        box.append(1)
        lock.release()
def main():
    at_once(waits, helps)
"""
    record = Playground(text, tmp_path).play()

    assert [spin.thread for spin in record.spins] == ["a"] * busy
    assert (record.ending is Ending.ENDLESS) == (busy and not ends)


# ── the same everywhere ──────────────────────────────────────────────────────
TEXT = """
class Account:
    def __init__(self):
        self.names = {"ann", "bob"}
        self.total = 0
def main():
    account = Account()
    def add():
        for name in sorted(account.names):
            account.total += len(name) + id(account) % 7
            with lock:
                held[name] = account
    at_once(add, add, add)
    return account.total
held, lock = {}, Lock()
"""
SCRIPT = """
import sys
from pathlib import Path
from programs import Playground
from threadlings.events import order_of
playground = Playground(sys.argv[1], Path(sys.argv[2]))
search = playground.search(1)
for record in search:
    print(order_of(record.departures), record.result, record.steps, record.forced)
for event in playground.once(None, search.sharing, tell=True).events:
    print(event[:3], event.subject, *event[5:8], event.forced)
"""


def test_a_record_is_the_same_in_every_process(tmp_path: Path) -> None:
    """Neither addresses nor string hashes make a difference to any run."""
    told = []
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT, TEXT, str(tmp_path)],
            env={
                **os.environ,
                "PYTHONHASHSEED": seed,
                "PYTHONPATH": os.pathsep.join(sys.path),
            },
            capture_output=True,
            text=True,
            check=True,
        )
        told.append(done.stdout)

    assert told[0] == told[1]
    assert len(told[0].splitlines()) > 50


def test_playing_twice_gives_the_same(tmp_path: Path) -> None:
    """A run has no memory of the one before."""
    playground = Playground(TEXT, tmp_path)
    sharing = Sharing(everything=True)
    first, second = (playground.once(None, sharing, tell=True) for _ in range(2))

    assert PRELUDE
    assert outcome(first) == outcome(second)
    assert list(map(str, first.threads)) == ["main", "a", "b", "c"]
    assert [e.subject for e in first.events] == [e.subject for e in second.events]
