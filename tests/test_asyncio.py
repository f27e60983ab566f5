"""asyncio's own loop in virtual time: its timers are choices, its tasks have lanes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from programs import Playground, found, outcome

from threadlings.detect import Problem, finding
from threadlings.events import Ending, Loss, Record
from threadlings.search import Exhaustive, Search
from threadlings.sharing import Sharing

HEAD = "import asyncio, threading, time\n"


def play(text: str, folder: Path, **how: Any) -> Record:
    """One run of a program with the coroutine `go`."""
    main = "\ndef main():\n    return asyncio.run(go())\n"
    return Playground(HEAD + text + main, folder, **{"time": "ideal", **how}).play()


def outcomes(text: str, folder: Path) -> set[Any]:
    """What comes of every distinct ordering of it."""
    main = "\ndef main():\n    return asyncio.run(go())\n"
    playground = Playground(HEAD + text + main, folder)
    search = Exhaustive(playground.once, Sharing(), 10_000)
    what = {outcome(record) for record in found(search)}
    assert search.coverage.kind == "complete"
    return what


def test_sleeping_costs_nothing(tmp_path: Path) -> None:
    """A day passes at once, and things that overlap overlap."""
    text = """
async def go():
    await asyncio.gather(*(asyncio.sleep(86_400) for _ in range(3)))
    return time.monotonic()
"""
    assert outcome(play(text, tmp_path)) == 86_400


def test_what_is_due_at_once_comes_in_any_order(tmp_path: Path) -> None:
    """Which of three timers of one moment is first is tried in all ways."""
    text = """
async def go():
    order = []
    async def note(name):
        await asyncio.sleep(1)
        order.append(name)
    await asyncio.gather(*map(note, "abc"))
    return "".join(order)
"""
    assert outcomes(text, tmp_path) == {"abc", "acb", "bac", "bca", "cab", "cba"}


def test_check_then_act_across_an_await(tmp_path: Path) -> None:
    """Two tasks that look, await and act do it twice."""
    text = """
async def go():
    made = []
    async def get():
        if not made:
            await asyncio.sleep(1)
            made.append(1)
    await asyncio.gather(get(), get())
    return len(made)
"""
    assert outcomes(text, tmp_path) == {2}


def test_nobody_can_go_on(tmp_path: Path) -> None:
    """Tasks that wait for ever are named at once, with what they wait for and where."""
    text = """
async def take(queue):
    return await queue.get()
async def go():
    await asyncio.create_task(take(asyncio.Queue()))
"""
    record = play(text, tmp_path)

    assert record.ending is Ending.STUCK
    waits = [(one.thread, one.kind, one.text) for one in record.waiting]
    assert waits == [
        ("main", "await", "await asyncio.create_task(take(asyncio.Queue()))"),
        ("take", "get", "return await queue.get()"),
    ]
    assert record.waiting[0].held_by == ("take",)


def test_tasks_that_wait_for_each_others_locks(tmp_path: Path) -> None:
    """A circle of asyncio's locks is told like one of threads, with who has which."""
    text = """
async def pay(mine, yours):
    async with mine:
        await asyncio.sleep(1)
        async with yours:
            pass
async def go():
    a, b = asyncio.Lock(), asyncio.Lock()
    await asyncio.gather(pay(a, b), pay(b, a))
"""
    record = play(text, tmp_path)
    told = finding(Problem("deadlock"), record, always=True)

    assert told.cause == "cycle"
    assert [(w.thread, w.held_by) for w in told.more] == [
        ("pay", ("pay~2",)),
        ("pay~2", ("pay",)),
    ]
    assert [record.events[index].kind for index in sorted(told.proof)] == [
        "acquire"
    ] * 2
    (main,) = (one for one in record.waiting if one.thread == "main")
    assert (str(main.thing), main.held_by) == ("gather()", ("pay", "pay~2"))


def test_a_task_has_the_name_it_was_given(tmp_path: Path) -> None:
    """Else that of its coroutine, with a number for the second one."""
    text = """
async def work():
    await asyncio.Event().wait()
async def go():
    named = asyncio.create_task(work(), name="the boss")
    await asyncio.gather(named, work(), work())
"""
    assert play(text, tmp_path).threads == ("main", "the_boss", "work~2", "work~3")


@pytest.mark.parametrize(
    ("body", "losses"),
    [
        ("asyncio.create_task(asyncio.sleep(5))", [("pending", "sleep")]),
        (
            "task = asyncio.create_task(fail())\n    await asyncio.sleep(1)",
            [("unretrieved", "fail")],
        ),
        ("time.sleep(1)", [("blocked", "main")]),
        ("threading.Event().wait(2)", [("blocked", "main")]),
        ("await asyncio.to_thread(time.sleep, 1)", []),
        ("await asyncio.wait_for(asyncio.sleep(1), 2)", []),
    ],
)
def test_what_is_lost_is_told(
    body: str, losses: list[tuple[str, str]], tmp_path: Path
) -> None:
    """What is left behind in a loop, and what stops it, is in the record."""
    text = f"""
async def fail():
    raise LookupError("nobody asks")
async def go():
    {body}
"""
    record = play(text, tmp_path)

    assert record.errors == {}
    assert [loss[:2] for loss in record.losses] == losses


def test_a_blocked_loop_has_its_line(tmp_path: Path) -> None:
    """The line that stops the loop is known."""
    record = play("async def go():\n    time.sleep(3)\n", tmp_path)

    (loss,) = record.losses
    assert isinstance(loss, Loss)
    assert loss.text == "time.sleep(3)"


@pytest.mark.parametrize(
    ("inside", "kinds"), [("1", []), ("time.sleep(1)", ["blocked"])]
)
def test_a_lock_that_is_held_for_a_moment(
    inside: str, kinds: list[str], tmp_path: Path
) -> None:
    """A coroutine may take a thread's lock, but not while that one waits with it."""
    text = f"""
async def go():
    lock = threading.Lock()
    done = []
    def work():
        with lock:
            done.append({inside})
    worker = threading.Thread(target=work)
    worker.start()
    worker.is_alive()
    with lock:
        done.append(2)
    await asyncio.to_thread(worker.join)
"""
    main = "\ndef main():\n    return asyncio.run(go())\n"
    playground = Playground(HEAD + text + main, tmp_path, time="ideal")
    search = Search(playground.once, runs=300)

    found_kinds = {loss.kind for record in found(search) for loss in record.losses}
    assert sorted(found_kinds) == kinds


def test_threads_and_the_loop(tmp_path: Path) -> None:
    """Another thread can give a loop work, and wait for what comes of it."""
    text = (
        HEAD
        + """
def main():
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, name="looper")
    thread.start()
    async def add(one, other):
        await asyncio.sleep(1)
        return one + other
    total = asyncio.run_coroutine_threadsafe(add(3, 4), loop).result()
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()
    return total
"""
    )
    playground = Playground(text, tmp_path)
    search = Exhaustive(playground.once, Sharing(), 2_000)

    assert {outcome(record) for record in found(search)} == {7}
    assert search.coverage.kind == "complete"


def test_a_timer_that_is_cancelled_could_have_come(tmp_path: Path) -> None:
    """That nobody wants a timer any more does not hide the orders in which it fires."""
    text = """
async def go():
    async def wait():
        await asyncio.sleep(9)
    task = asyncio.ensure_future(wait())
    await asyncio.sleep(4)
    early = task.done()
    task.cancel()
    await asyncio.wait([task])
    return early
"""
    assert outcomes(text, tmp_path) == {False, True}


def test_who_comes_waits_for_the_next_round(tmp_path: Path) -> None:
    """A timer never gets in between two callbacks of one round, as in real loops."""
    text = """
async def go():
    order = []
    loop = asyncio.get_running_loop()
    loop.call_later(0, order.append, "timer")
    def first():
        for _ in range(3):
            with threading.Lock():
                loop.call_soon(order.append, "soon")
    loop.call_soon(first)
    worker = threading.Thread(target=order.count, args=["soon"])
    worker.start()
    await asyncio.sleep(1)
    worker.join()
    return "".join(order)
"""
    soon = "soonsoonsoon"
    assert outcomes(text, tmp_path) <= {soon, f"timer{soon}", f"{soon}timer"}


def test_a_loop_that_turns_for_ever_ends(tmp_path: Path) -> None:
    """A coroutine that awaits nothing but its next turn is endless, not slow."""
    text = "async def go():\n    while True:\n        await asyncio.sleep(0)\n"

    assert play(text, tmp_path).ending is Ending.ENDLESS


def test_tasks_have_lanes(tmp_path: Path) -> None:
    """What a task does is told under its name; the first one is the thread itself."""
    text = """
done = []
async def note():
    done.append(1)
async def go():
    asyncio.get_running_loop().call_later(5, print)
    await asyncio.create_task(note())
    done.append(2)
"""
    record = play(text, tmp_path)
    lanes = [one.thread for one in record.events if one.kind == "append"]

    assert lanes == ["note", "main"]
    assert record.threads == ("main", "note")


def test_the_real_asyncio_is_untouched() -> None:
    """A run changes nothing in the asyncio that everybody else has."""
    code = """
import asyncio, sys
before = dict(vars(asyncio)), asyncio.get_event_loop_policy()
from threadlings.sync import library
copy = library.asyncio()
assert copy is not asyncio and copy.Task is not asyncio.Task
assert (dict(vars(asyncio)), asyncio.get_event_loop_policy()) == before
assert sys.modules["asyncio"] is asyncio
assert asyncio.run(asyncio.sleep(0, 7)) == 7
"""
    subprocess.run([sys.executable, "-W", "ignore", "-c", code], check=True, timeout=60)
