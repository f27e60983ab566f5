"""What can come out of a program, counted in distinct orderings."""

from __future__ import annotations

import json
import re
from pathlib import Path
from textwrap import dedent, indent
from typing import Any

import pytest

from threadlings.cli import main
from threadlings.identity import ADDRESS

FRAME = """
import threading

class Box:
    pass

def main():
    box = Box()
{setup}
    threads = [threading.Thread(target=job) for job in [{jobs}]]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return {value}
"""


def program(setup: str, jobs: str, value: str = "None") -> str:
    """A program that sets up, runs its jobs at once, and returns a value."""
    body = indent(dedent(setup).strip(), "    ")
    return FRAME.format(setup=body, jobs=jobs, value=value)


def counter(threads: int, times: int, lock: str = "") -> str:
    """*threads* that each count *times*; with a *lock* held around it or without."""
    around = f"with {lock}:" if lock else "if True:"
    setup = f"""
    box.n = 0
    lock = threading.Lock()
    def count():
        for _ in range({times}):
            {around}
                box.n += 1
    """
    return program(setup, f"*[count] * {threads}", "box.n")


def philosophers(number: int, last: str = "left, right") -> str:
    """*number* of them; each takes the left fork first, but for the last one."""
    setup = f"""
    forks = [threading.Lock() for _ in range({number})]
    def eat(left, right):
        with left, right:
            pass
    def seat(i):
        left, right = forks[i], forks[(i + 1) % {number}]
        if i == {number} - 1:
            left, right = {last}
        return lambda: eat(left, right)
    """
    return program(setup, f"*[seat(i) for i in range({number})]")


def semaphore(permits: int, threads: int, inside: str = "pass") -> str:
    """*threads* that go through a gate with so many *permits*."""
    setup = f"""
    box.n = 0
    gate = threading.Semaphore({permits})
    def go():
        with gate:
            {inside}
    """
    return program(setup, f"*[go] * {threads}", "box.n")


def handing_over(times: int) -> str:
    """One who releases a semaphore of none, one who acquires it."""
    setup = f"""
    gate = threading.Semaphore(0)
    def give():
        for _ in range({times}):
            gate.release()
    def take():
        for _ in range({times}):
            gate.acquire()
    """
    return program(setup, "give, take")


def waiting(waiters: int, call: str) -> str:
    """*waiters* for a flag, and one who sets it and makes the *call*."""
    setup = f"""
    box.flag = False
    changed = threading.Condition()
    def wait():
        with changed:
            while not box.flag:
                changed.wait()
    def tell():
        with changed:
            box.flag = True
            changed.{call}
    """
    return program(setup, f"*[wait] * {waiters}, tell")


def buffer(pairs: int, items: int, other: str) -> str:
    """Producers and consumers with room for one; *other* is what consumers wait in."""
    setup = f"""
    items = []
    lock = threading.Lock()
    room = threading.Condition(lock)
    some = {other}
    def put():
        for i in range({items}):
            with room:
                while items:
                    room.wait()
                items.append(i)
                some.notify()
    def get():
        for _ in range({items}):
            with some:
                while not items:
                    some.wait()
                items.pop(0)
                room.notify()
    """
    return program(setup, f"*[put] * {pairs}, *[get] * {pairs}", "len(items)")


def pair(first: str, second: str, value: str, start: str = "box.x = box.y = 0") -> str:
    """Two threads with a line each."""
    setup = f"""
    {start}
    def one():
        {first}
    def two():
        {second}
    """
    return program(setup, "one, two", value)


LOST = """
box.flag = False
changed = threading.Condition()
def wait():
    if not box.flag:
        with changed:
            changed.wait()
def tell():
    with changed:
        box.flag = True
        changed.notify()
"""
REORDER = """
box.a = box.b = 0
def set():
    box.a = 1
    box.b = -1
def check():
    assert (box.a == 0 and box.b == 0) or (box.a == 1 and box.b == -1)
"""
COUNTS: dict[str, tuple[str, int, int, int, dict[str, int]]] = {
    "2 increments": (counter(2, 1), 4, 0, 0, {"2": 2, "1": 2}),
    "3 increments": (counter(3, 1), 36, 0, 0, {"3": 6, "2": 18, "1": 12}),
    "2 x 2 increments": (counter(2, 2), 34, 0, 0, {"4": 6, "3": 16, "2": 12}),
    "2 x 2 with a lock": (counter(2, 2, "lock"), 6, 0, 0, {"4": 6}),
    "3 x 2 with a lock": (counter(3, 2, "lock"), 90, 0, 0, {"6": 90}),
    "2 philosophers": (philosophers(2), 3, 1, 0, {"None": 2}),
    "3 philosophers": (philosophers(3), 7, 1, 0, {"None": 6}),
    "3, one is polite": (philosophers(3, "right, left"), 6, 0, 0, {"None": 6}),
    "1 permit, 3 threads": (semaphore(1, 3), 6, 0, 0, {"0": 6}),
    "2 permits, 2 threads": (semaphore(2, 2), 6, 0, 0, {"0": 6}),
    "2 permits, 3 threads": (semaphore(2, 3), 54, 0, 0, {"0": 54}),
    "2 permits and a count": (
        *(semaphore(2, 2, "box.n += 1"), 18, 0, 0),
        {"2": 10, "1": 8},
    ),
    "1 handed over": (handing_over(1), 1, 0, 0, {"None": 1}),
    "3 handed over": (handing_over(3), 5, 0, 0, {"None": 5}),
    "1 waits": (waiting(1, "notify()"), 2, 0, 0, {"None": 2}),
    "2 wait for one word": (waiting(2, "notify()"), 8, 2, 0, {"None": 6}),
    "2 wait for all": (waiting(2, "notify_all()"), 10, 0, 0, {"None": 10}),
    "a lost wake-up": (program(LOST, "wait, tell"), 3, 1, 0, {"None": 2}),
    "a buffer for one": (
        *(buffer(1, 2, "threading.Condition(lock)"), 8, 0, 0),
        {"0": 8},
    ),
    "one condition for both": (buffer(2, 1, "room"), 60, 4, 0, {"0": 56}),
    "store buffer": (
        *(
            pair(
                "box.x = 1; box.a = box.y", "box.y = 1; box.b = box.x", "box.a, box.b"
            ),
        ),
        *(3, 0, 0, {"(0, 1)": 1, "(1, 0)": 1, "(1, 1)": 1}),
    ),
    "set before told": (program(REORDER, "set, set, check"), 56, 0, 12, {"None": 56}),
}


@pytest.fixture
def explored(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    """Explores a program's text; gives the exit status and what was printed."""

    def explore(text: str, *options: str) -> tuple[int, str]:
        file = tmp_path / "program.py"
        file.write_text(dedent(text), "utf-8")
        status = main(["explore", str(file), *options])
        out, error = capsys.readouterr()
        return status, (out or error).replace(str(tmp_path), "…")

    return explore


@pytest.mark.parametrize("name", COUNTS)
def test_distinct_orderings_are_counted_exactly(explored: Any, name: str) -> None:
    """The numbers are those of the literature: no ordering is missed or doubled."""
    text, traces, stuck, raised, outcomes = COUNTS[name]
    status, printed = explored(text, "--json")
    found = json.loads(printed)

    assert found.pop("runs") - found.pop("cut") >= traces
    assert found == {
        **{"coverage": "complete", "traces": traces, "stuck": stuck},
        **{"raised": raised, "outcomes": outcomes},
    }
    assert status == int(bool(stuck or raised or len(outcomes) > 1))


@pytest.mark.parametrize("name", COUNTS)
def test_exhaustively_each_of_them_is_run_once(explored: Any, name: str) -> None:
    """The optimal search makes one run for each ordering and cuts none."""
    text, traces, stuck, raised, outcomes = COUNTS[name]
    _, printed = explored(text, "--json", "--exhaustive")
    found = json.loads(printed)

    assert found.pop("runs") == traces
    assert found == {
        **{"coverage": "complete", "traces": traces, "cut": 0, "stuck": stuck},
        **{"raised": raised, "outcomes": outcomes},
    }


def test_a_clock_and_a_proof_exclude_each_other(explored: Any) -> None:
    """In ideal time not every order can be, so there is no exhaustive search."""
    status, printed = explored(counter(2, 1), "--exhaustive", "--time", "ideal")

    assert status == 2
    assert "--exhaustive: a clock forbids orders" in printed


def test_a_bound_on_switches_is_said(explored: Any) -> None:
    """With too few forced switches allowed, not everything is claimed."""
    _, printed = explored(counter(2, 1), "--json", "--preemptions", "0")
    found = json.loads(printed)

    assert (found["coverage"], found["outcomes"]) == ("bounded", {"2": 2})


def test_a_bound_on_runs_is_said(explored: Any) -> None:
    """With too few runs, nothing is called complete."""
    _, printed = explored(counter(3, 2), "--json", "--runs", "9")
    found = json.loads(printed)

    assert found["runs"] <= 9
    assert found["coverage"] != "complete"
    assert sum(found["outcomes"].values()) == found["traces"]


def test_outcomes_are_shown_with_their_shortest_order(explored: Any) -> None:
    """A table tells how often each outcome came, and an order that shows it again."""
    status, text = explored(counter(2, 1))
    rows = [row.split() for row in text.splitlines() if row.strip()]
    again = rows[-1]

    assert status == 1
    assert rows[0] == ["outcome", "orderings", "forced", "shortest", "order"]
    assert rows[2] == ["2", "2", "0", "default"]
    assert rows[3][:3] == ["1", "2", "1"]
    assert "complete: all 4 distinct orderings" in text
    assert again[:3] == ["again", "threadlings", "explore"]
    assert again[-2:] == ["--order", rows[3][3]]


def test_the_shown_order_can_be_replayed(explored: Any) -> None:
    """The order of each outcome, given back, leads to that outcome."""
    _, text = explored(counter(2, 2))
    rows = [row.split() for row in text.splitlines() if "Thread" in row][:2]
    for outcome, _, _, order in rows:
        status, shown = explored(counter(2, 2), "--order", order)
        assert (status, shown.split()[0]) == (0, outcome)
        assert "read n -> 0" in shown


def test_a_deadlock_is_told(explored: Any) -> None:
    """Who waits for what, held by whom, at which line."""
    status, text = explored(philosophers(2))

    assert status == 1
    assert "deadlock: they wait for each other in a circle." in text
    assert "  Thread-1 waits for lock#" in text
    assert "), held by Thread-2\n" in text


def test_an_order_is_shown_step_by_step(explored: Any) -> None:
    """The table of a stuck run has a row for each step, and for each who waits."""
    _, text = explored(philosophers(2))
    order = text.split()[-1]
    status, shown = explored(philosophers(2), "--order", order)

    assert status == 1
    assert shown.startswith("stuck\n")
    assert shown.count("(waits)") == 2
    assert max(map(len, shown.splitlines())) <= 88


def test_what_the_run_of_an_order_prints_is_shown(explored: Any) -> None:
    """The output of that run, and of no other."""
    text = "def main():\n    print('hello\\x07')\n"
    _, shown = explored(text, "--order", "default")

    assert "It printed:\n\nhello\\x07\n" in shown


def test_a_program_that_always_gives_the_same_is_fine(explored: Any) -> None:
    """One outcome in all orderings is nothing to look at."""
    status, text = explored(counter(2, 2, "lock"))

    assert status == 0
    assert "again" not in text


def test_a_thread_that_raises_does_not_hide_what_main_returned(explored: Any) -> None:
    """An exception in a thread is told beside the outcome."""
    text = program("def fall():\n    raise ValueError('oh')", "fall", "7")
    status, printed = explored(text)

    assert status == 1
    assert "Thread-1 raised ValueError: oh" in printed
    assert json.loads(explored(text, "--json")[1])["outcomes"] == {"7": 1}


def test_a_main_that_raises_has_no_outcome(explored: Any) -> None:
    """Only what `main` returned counts as an outcome."""
    _, printed = explored("def main():\n    raise ValueError('oh')\n", "--json")
    found = json.loads(printed)

    assert (found["raised"], found["outcomes"]) == (1, {})


def test_a_loop_that_never_ends_is_told(explored: Any) -> None:
    """A program that spins for ever is called endless, and nothing is complete."""
    status, text = explored("def main():\n    while True:\n        pass\n")

    assert status == 1
    assert "endless" in text
    assert "bounded: 1 run; what does not end was broken off" in text


def test_what_a_program_prints_stays_out_of_the_way(explored: Any) -> None:
    """With --json there is one object on the output, and nothing else."""
    _, text = explored("def main():\n    print('hello')\n    return 1\n", "--json")

    assert json.loads(text)["outcomes"] == {"1": 1}


def test_nobody_is_asked_for_input(explored: Any) -> None:
    """A program that reads its input finds the end of it."""
    _, text = explored("def main():\n    return input()\n")

    assert "main raised EOFError" in text


def test_addresses_and_the_order_of_sets_make_no_outcome(explored: Any) -> None:
    """What differs from run to run for no reason of order is written the same."""
    text = """
    class Thing:
        pass
    def main():
        return {value}
    """
    _, things = explored(text.format(value="[Thing(), Thing()]"), "--json")
    _, names = explored(text.format(value="{'b', 'a', 'c'}"), "--json")

    assert not ADDRESS.search(things)
    assert json.loads(names)["outcomes"] == {"{'a', 'b', 'c'}": 1}


def test_chance_is_told_from_order(explored: Any) -> None:
    """A program that rolls dice of its own gets no count that claims to be complete."""
    setup = """
    import os
    box.n = 0
    def work():
        box.n += 1
    """
    status, text = explored(program(setup, "work, work", "os.urandom(8)"))

    assert status == 1
    assert "Something else than the order decides" in text
    assert "complete" not in text


def test_the_first_difference_is_shown(explored: Any) -> None:
    """Where two runs of one order part is said with both steps."""
    setup = """
    import os
    box.n = b""
    def work():
        box.n = os.urandom(8)
    """
    _, text = explored(program(setup, "work, work", "box.n"))
    words = " ".join(text.split())

    assert re.search(
        r"First difference: (\S+): write .*n = .*; another time \1:", words
    )


def test_random_orders_are_the_same_every_time(explored: Any) -> None:
    """--random says so, claims nothing more, and repeats itself."""
    one, two = (explored(counter(3, 2), "--random", "--runs", "90") for _ in range(2))
    words = " ".join(one[1].split())

    assert one == two
    assert re.search(r"sampled: \d\d random orders \(SURW, POS and PCT in turn", words)


@pytest.mark.parametrize(
    ("time", "outcomes"),
    [("ideal", {"'late'"}), ("any", {"'late'", "'early'"})],
)
def test_sleeping_orders_threads_only_where_computing_takes_no_time(
    explored: Any, time: str, outcomes: set[str]
) -> None:
    """With --time any, who sleeps is not sure to come last."""
    setup = """
    import time
    box.last = None
    def early():
        box.last = 'early'
    def late():
        time.sleep(1)
        box.last = 'late'
    """
    text = program(setup, "early, late", "box.last")
    _, printed = explored(text, "--json", "--time", time)

    assert json.loads(printed)["outcomes"].keys() == outcomes


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("def main() pass", "SyntaxError"),
        ("import nothing_like_it\n", "can't be loaded: ModuleNotFoundError"),
        ("\n\n1 / 0\n", "ZeroDivisionError: division by zero (line 3)"),
        ("def start(): pass", "has no main"),
        ("main = 3", "no function"),
        ("def main(n): pass", "needs arguments"),
        ("async def main(): pass", "is async"),
        ("while True: pass", "does not come to its end"),
        ("import socket\ndef main(): pass", "can't run 'socket'"),
    ],
)
def test_a_file_that_can_not_be_explored_is_wrong_use(
    explored: Any, text: str, words: str
) -> None:
    """What explore needs is said in one line, with exit status 2."""
    status, printed = explored(text)

    assert status == 2
    assert words in printed
    assert printed.startswith("threadlings: ")
    assert printed.count("\n") == 1


@pytest.mark.parametrize(
    ("order", "words"),
    [
        ("7;bob", "write STEP:THREAD, like 7:bob"),
        ("1:nobody", "nobody"),
        ("900:Thread-1", "900"),
    ],
)
def test_an_order_that_does_not_fit_is_wrong_use(
    explored: Any, order: str, words: str
) -> None:
    """An order that is no order, or not of this program, is refused in words."""
    status, printed = explored(counter(2, 1), "--order", order)

    assert status == 2
    assert words in printed


def test_a_file_that_is_not_there_is_wrong_use(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A wrong path is told as one."""
    assert main(["explore", str(tmp_path / "none.py")]) == 2
    assert "No such file" in capsys.readouterr().err
