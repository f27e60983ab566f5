"""Every distinct ordering is run exactly once, and none is begun in vain."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from programs import (
    PRELUDE,
    ZOO,
    Playground,
    Program,
    agree,
    counter,
    found,
    outcome,
    seeds,
)
from published import ALL, Published

from threadlings.cli import main
from threadlings.events import Record
from threadlings.search import Exhaustive
from threadlings.sharing import Sharing

MANY = 1_100  # orderings; a program with more of them is tried in two orders of threads
LONG = 800  # … and in more than one order it takes seconds each


def explored(text: str, folder: Path) -> tuple[Exhaustive, list[Record]]:
    """All runs of a program, without those from before it knew what is shared."""
    search = Exhaustive(Playground(text, folder).once, Sharing(), 10**6)
    return search, found(search)


PUBLISHED = [
    pytest.param(
        program,
        order,
        id=f"{name}, {' '.join(map(str, order))}",
        marks=[pytest.mark.slow] if program.traces > (LONG if place else MANY) else [],
    )
    for name, program in ALL.items()
    for place, order in enumerate(program.orders())
    if program.traces <= MANY or place < 2
]


@pytest.mark.parametrize(("program", "order"), PUBLISHED)
def test_the_published_numbers_are_met(
    program: Published,
    order: tuple[int, ...],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The command makes as many runs as the literature counts, whoever starts first."""
    file = tmp_path / "program.py"
    file.write_text(PRELUDE + program.text(order), "utf-8")
    main(["explore", str(file), "--exhaustive", "--runs", "1000000", "--json"])
    told = json.loads(capsys.readouterr().out)

    assert told["runs"] == told["traces"] == program.traces
    assert told["stuck"] == program.stuck
    assert sum(told["outcomes"].values()) == program.traces - program.stuck
    assert told["cut"] == 0
    assert told["coverage"] == "complete"


@pytest.mark.parametrize("program", ZOO.values(), ids=ZOO)
def test_the_zoo_has_as_many_orderings_as_it_should(
    program: Program, tmp_path: Path
) -> None:
    """Locks, conditions, semaphores and data of all kinds: each ordering once."""
    search, records = explored(program.text, tmp_path)
    outcomes = {outcome(record) for record in records}

    assert len(records) == len({record.trace for record in records}) == program.traces
    assert outcomes >= program.outcomes[-1]
    assert search.cut == 0


@pytest.mark.parametrize(("threads", "times"), [(2, 2), (2, 3), (3, 1)])
def test_every_final_value_is_reached(threads: int, times: int, tmp_path: Path) -> None:
    """Unlocked increments can come to any value from 2 (or 1) to their number."""
    _, records = explored(counter(threads, times), tmp_path)

    least = min(2, times)
    assert {record.result for record in records} == {*range(least, threads * times + 1)}


GUARDED = {
    "queue": ("q = queue.Queue(1)", "q.put(1)\n    q.put(2)", "q.get()\n    q.get()"),
    "event": ("e = Event()", "e.set()", "e.wait()"),
    "barrier": ("b = threading.Barrier(2)", "b.wait()", "b.wait()"),
    "semaphore": ("s = Semaphore(0)", "s.release()", "s.acquire()"),
    "is_alive": (
        "t = threading.Thread(target=int)\nt_start = t.start",
        "t_start()",
        "t.is_alive()",
    ),
    "rlock": ("r = threading.RLock()", "r.acquire()\n    r.release()", "r.acquire()"),
}


@pytest.mark.parametrize("name", GUARDED)
def test_no_run_is_begun_in_vain(name: str, tmp_path: Path) -> None:
    """What has to wait is never planned where it could not go on."""
    setup, left, right = GUARDED[name]
    text = f"""
import queue
{setup}
def left():
    {left}
def right():
    {right}
def main():
    at_once(left, right)
"""
    search, records = explored(text, tmp_path)

    assert search.cut == 0
    assert search.coverage.kind == "complete"
    assert len(records) == len({record.trace for record in records})


LIVES = {
    "a timed join": ("done.append(1)", "t.join(0.1)\n    return len(done)", {0, 1}),
    "is_alive": ("pass", "return t.is_alive()", {False, True}),
    "enumerate": ("pass", "return len(threading.enumerate())", {1, 2}),
    "asking before the start": (
        "done.append(u.is_alive())",
        "u.start()\n    t.join()\n    return done[0]",
        {False, True},
    ),
}


@pytest.mark.parametrize("name", LIVES)
def test_when_a_thread_begins_and_ends_is_part_of_a_proof(
    name: str, tmp_path: Path
) -> None:
    """All answers to those who ask about a thread's life are found."""
    body, rest, answers = LIVES[name]
    text = f"""
done = []
u = threading.Thread(target=int)
def job():
    {body}
def main():
    t = threading.Thread(target=job)
    t.start()
    {rest}
"""
    search, records = explored(text, tmp_path)

    assert search.coverage.kind == "complete"
    assert search.cut == 0
    assert {record.result for record in records} == answers


# ── random programs ──────────────────────────────────────────────────────────
THINGS = """
import queue, time
x = y = 0
threads = []
lock, other, mutex = Lock(), Lock(), threading.RLock()
changed, flag, permits = Condition(), Event(), Semaphore(1)
one, many, barrier = queue.Queue(1), queue.Queue(), threading.Barrier(2)
box, items, table = Box(), [], {}
box.v = 0
"""
WORDS = """
x = x + 1; t = y; y = x; box.v = x; t = box.v; items.append(x); t = len(items)
table["k"] = x; t = table.get("k"); t = lock.locked(); x = many.qsize()
one.put(1); t = one.get(); many.put(x); t = many.get(); many.task_done(); many.join()
permits.acquire(); permits.release(); flag.set(); flag.clear(); flag.wait()
barrier.wait(); mutex.acquire(); mutex.release(); time.sleep(1)
t = threads[0].is_alive(); threads[-1].join(); threads[-1].join(1)
t = len(threading.enumerate()); t = lock.acquire(False); lock.acquire(timeout=1)
one.put(2, timeout=1); x = one.get(timeout=1); x = one.get_nowait(); x = flag.wait(1)
x = permits.acquire(False); permits.acquire(timeout=1); barrier.wait(1)
"""
BLOCKS = """
with lock: x = 1
with lock: t = y; y = t + 1
with other: x = x + 1
with lock, other: x = 2
with other, lock: t = x
with changed: changed.wait()
with changed: changed.wait(1)
with changed: changed.notify()
with changed: y = 5; changed.notify_all()
if x: y = 1
if flag.is_set(): x = 9
if threads[0].is_alive(): x = 4
if permits.acquire(timeout=1): x = y + 1; permits.release()
"""
MAINS = ("t.join()", "t.join(1)", "t.join() if t is threads[0] else None")


def random_program(seed: int) -> str:
    """A few threads that do a few things each, at random."""
    draw = random.Random(seed)
    words = [
        word.strip() for word in WORDS.replace("\n", ";").split(";") if word.strip()
    ]
    blocks = BLOCKS.strip().splitlines()
    text = THINGS
    count = draw.choice((2, 3, 3, 4))
    for number in range(count):
        lines = [
            draw.choice(draw.choice((words, blocks)))
            for _ in range(draw.choice(range(1, 7 - count)))
        ]
        body = "".join(f"    {line}\n" for line in lines)
        text += f"def work{number}():\n    global x, y\n{body}"
    works = ", ".join(f"work{number}" for number in range(count))
    return f"""{text}
def main():
    for work, name in zip(({works}), "abcd"):
        threads.append(threading.Thread(target=work, name=name))
    for t in threads:
        t.start()
    for t in threads:
        {draw.choice(MAINS)}
    return x, y
"""


@pytest.mark.parametrize("seed", seeds(20, 60))
def test_two_searches_find_the_same_orderings(seed: int, tmp_path: Path) -> None:
    """What merges equal states and what plans reversals agree on any program."""
    assert agree(Playground(random_program(seed), tmp_path), runs=800)


COROUTINES = """
import asyncio

def main():
    return asyncio.run(go())

def touch():
    seen.append("thread")

async def attempt(work):
    try:
        seen.append(await asyncio.wait_for(work(), 2))
    except asyncio.TimeoutError:
        seen.append("late")

async def go():
    global seen
    seen, tasks = [], []
    lock, flag, one = asyncio.Lock(), asyncio.Event(), asyncio.Queue(1)
"""
AWAITS = """
await asyncio.sleep(1); await asyncio.sleep(2); await asyncio.sleep(0)
await one.put(1); seen.append(await one.get()); flag.set(); await flag.wait()
await attempt(one.get); await attempt(flag.wait); await attempt(lock.acquire)
await lock.acquire(); lock.locked() and lock.release(); tasks[0].cancel()
tasks[-1].cancel(); await asyncio.wait(tasks[:1], timeout=1); seen.append(len(seen))
await asyncio.to_thread(touch); asyncio.get_running_loop().call_later(1, flag.set)
await asyncio.gather(asyncio.sleep(1), attempt(flag.wait))
"""
ENDS = (
    "await asyncio.wait(tasks)",
    "await asyncio.wait(tasks, timeout=3)",
    "await asyncio.sleep(2); [t.cancel() for t in tasks]; await asyncio.wait(tasks)",
)


def random_coroutines(seed: int) -> str:
    """A few tasks that do a few things each, at random."""
    draw = random.Random(seed)
    words = [word.strip() for word in AWAITS.replace("\n", ";").split(";")]
    text = COROUTINES
    for number in range(draw.choice((2, 2, 3))):
        lines = [draw.choice(words[1:-1]) for _ in range(draw.choice((1, 2, 3)))]
        body = "\n".join(f"        {line}" for line in lines)
        text += f"    async def work{number}():\n{body}\n"
        text += f"    tasks.append(asyncio.create_task(work{number}()))\n"
    return f"{text}    {draw.choice(ENDS)}\n    return seen\n"


@pytest.mark.parametrize("seed", seeds(8, 24))
def test_two_searches_find_the_same_orderings_of_tasks(
    seed: int, tmp_path: Path
) -> None:
    """They agree, too, where timers are dropped as soon as nobody wants them."""
    assert agree(Playground(random_coroutines(seed), tmp_path), runs=250)
