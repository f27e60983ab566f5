"""Virtual processes: what they share, what they don't, and how they end."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from programs import Playground, agree, found, outcome

from threadlings.detect import Problem, finding
from threadlings.events import Ending, Record
from threadlings.search import Exhaustive
from threadlings.sharing import Sharing
from threadlings.sync import MODULES, clock

HEAD = """
import multiprocessing as mp, os, sys, threading, time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import connection

def begin(*works):
    processes = [mp.Process(target=work, args=args) for work, *args in works]
    for process in processes:
        process.start()
    return processes

def finish(processes):
    for process in processes:
        process.join()
    return [process.exitcode for process in processes]
"""


def outcomes(text: str, folder: Path) -> set[Any]:
    """What comes of every distinct ordering, on which two searches agree."""
    playground = Playground(HEAD + text, folder)
    assert agree(playground, runs=3_000)
    search = Exhaustive(playground.once, Sharing(), 3_000)
    what = {outcome(record) for record in found(search)}
    assert search.coverage.kind == "complete"
    return what


def play(text: str, folder: Path, **how: Any) -> Record:
    """One run in ideal time."""
    return Playground(HEAD + text, folder, **{"time": "ideal", **how}).play()


PROGRAMS: dict[str, tuple[str, set[Any]]] = {
    "a value without its lock": (
        """
def add(value):
    value.value += 1
def main():
    value = mp.Value("i", 0)
    finish(begin((add, value), (add, value)))
    return value.value
""",
        {1, 2},
    ),
    "a value with its lock": (
        """
def add(value):
    with value.get_lock():
        value.value += 1
def main():
    value = mp.Value("i", 0)
    finish(begin((add, value), (add, value)))
    return value.value
""",
        {2},
    ),
    "an array, each its own item": (
        """
def add(array, place):
    array[place] += 1
def main():
    array = mp.Array("i", 2)
    finish(begin((add, array, 0), (add, array, 1)))
    return tuple(array[:])
""",
        {(1, 1)},
    ),
    "a global of the parent": (
        """
total = 0
def add(n):
    global total
    total += n
def main():
    finish(begin((add, 1), (add, 2)))
    return total
""",
        {0},
    ),
    "exit codes": (
        """
def fail():
    raise ValueError("no")
def main():
    return tuple(finish(begin((fail,), (sys.exit, 3), (os._exit, 4), (print, 5))))
""",
        {(1, 3, 4, 0)},
    ),
    "terminated with the lock": (
        """
def work(lock, queue):
    with lock:
        queue.put(1)
def main():
    lock, queue = mp.Lock(), mp.Queue()
    (process,) = begin((work, lock, queue))
    process.terminate()
    process.join()
    return process.exitcode, lock.acquire(timeout=1)
""",
        {(0, True), (-15, True), (-15, False)},
    ),
    "asked until the end of file": (
        """
def answer(end):
    while True:
        try:
            end.send(2 * end.recv())
        except EOFError:
            return
def main():
    here, there = mp.Pipe()
    processes = begin((answer, there))
    there.close()
    here.send(21)
    found = here.recv()
    here.close()
    return found, *finish(processes)
""",
        {(42, 0)},
    ),
    "the child's end is still open here": (
        """
def leave(end):
    os._exit(1)
def main():
    here, there = mp.Pipe()
    begin((leave, there))
    here.recv()
""",
        {"stuck"},
    ),
    "whichever is ready": (
        """
def work(end, n):
    end.send(n)
def main():
    got, ends = [], []
    for n in (1, 2):
        here, there = mp.Pipe(duplex=False)
        begin((work, there, n))
        there.close()
        ends.append(here)
    while ends:
        for end in connection.wait(ends):
            got.append(end.recv())
            ends.remove(end)
    finish(mp.active_children())
    return tuple(got)
""",
        {(1, 2), (2, 1)},
    ),
    "a manager's dict": (
        """
def count(words):
    words["a"] = words.get("a", 0) + 1
    words["list"].append(1)
def main():
    with mp.Manager() as manager:
        words = manager.dict({"list": []})
        finish(begin((count, words), (count, words)))
        return words["a"], words["list"] == []
""",
        {(1, True), (2, True)},
    ),
    "a pool of processes": (
        """
def double(n):
    return 2 * n
def main():
    with mp.Pool(2) as pool:
        found = tuple(pool.map(double, [1, 2]))
        pool.close()
        pool.join()
    return found
""",
        {(2, 4)},
    ),
    "a pool loses a worker": (
        """
def leave(n):
    os._exit(n)
def main():
    with mp.Pool(1) as pool:
        return pool.apply(leave, (3,))
""",
        {"stuck"},
    ),
    "whoever comes for a lost worker does the other jobs": (
        """
def leave(n):
    os._exit(n) if n else None
def main():
    with mp.Pool(1) as pool:
        lost, done = [pool.apply_async(leave, (n,)) for n in (3, 0)]
        return done.get(), lost.ready()
""",
        {(None, False)},
    ),
    "a worker for each job": (
        """
def who(_):
    return os.getpid()
def main():
    with mp.Pool(1, maxtasksperchild=1) as pool:
        first = pool.map(who, [0, 1], 1)
        pool.close()
        pool.join()
    with ProcessPoolExecutor(1, max_tasks_per_child=1) as pool:
        second = list(pool.map(who, [0, 1]))
    return len({*first, *second})
""",
        {4},
    ),
    "a pool that nobody closes": (
        """
def double(n):
    return 2 * n
def use(end):
    pool = mp.Pool(1)
    end.send(pool.map(double, [1, 2]))
def main():
    mine, theirs = mp.Pipe()
    codes = finish(begin((use, theirs)))
    return tuple(mine.recv() + codes)
""",
        {(2, 4, 0)},
    ),
    "an executor loses a worker": (
        """
def leave(n):
    os._exit(n) if n else None
def main():
    with ProcessPoolExecutor(1) as pool:
        futures = [pool.submit(leave, n) for n in (0, 3, 0)]
    return tuple(type(future.exception()).__name__ for future in futures)
""",
        {("NoneType", "BrokenProcessPool", "BrokenProcessPool"), "BrokenProcessPool"},
    ),
    "the results of a queue": (
        """
def work(queue, n):
    queue.put(n)
def main():
    queue = mp.Queue()
    processes = begin((work, queue, 1), (work, queue, 2))
    got = tuple(queue.get() for _ in processes)
    finish(processes)
    return got
""",
        {(1, 2), (2, 1)},
    ),
    "empty is not the end": (
        """
def work(queue):
    queue.put(1)
def main():
    queue = mp.Queue()
    processes = begin((work, queue))
    found = queue.empty()
    queue.get()
    finish(processes)
    return found
""",
        {True, False},
    ),
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_what_can_come_out(name: str, tmp_path: Path) -> None:
    """All that can come out of a program does, and nothing else."""
    text, expected = PROGRAMS[name]

    assert outcomes(text, tmp_path) == expected


def test_joined_before_the_queue_is_drained(tmp_path: Path) -> None:
    """A process does not end before what it has put fits into the pipe."""
    text = """
def work(queue):
    queue.put("x" * 100_000)
def main():
    queue = mp.Queue()
    finish(begin((work, queue)))
    return len(queue.get())
"""
    record = play(text, tmp_path)

    assert record.ending is Ending.STUCK
    assert [(one.thread, one.kind) for one in record.waiting] == [
        ("main", "join"),
        ("Process-1", "flush"),
    ]
    told = finding(Problem("deadlock"), record, always=True)
    assert told.cause == "stuck_flush"


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ("mp.Process(target=lambda: 1).start()", "AttributeError"),
        ("mp.Process(target=print, args=(threading.Lock(),)).start()", "TypeError"),
        ("mp.SimpleQueue().put(mp.Lock())", "RuntimeError"),
        ("mp.Process(target=print).join()", "AssertionError"),
        ("mp.Pool(0)", "ValueError"),
        ("mp.get_context('nothing')", "ValueError"),
    ],
)
def test_what_is_refused(body: str, error: str, tmp_path: Path) -> None:
    """What fails in life fails here, in the same way."""
    record = play(f"def main():\n    {body}\n", tmp_path)

    assert type(record.errors["main"]).__name__ == error


def test_a_missing_guard_is_found(tmp_path: Path) -> None:
    """A module that starts a process when it is imported does so in the child, too."""
    text = """
def work():
    pass
codes = finish(begin((work,)))
def main():
    return codes
"""
    assert outcome(play(text, tmp_path)) == [1]


def test_every_machine_has_as_many_processors(tmp_path: Path) -> None:
    """A pool of no given size is as large everywhere, however its size is asked for."""
    text = """
import os
def main():
    asked = {os.cpu_count(), mp.cpu_count()}
    if hasattr(os, "sched_getaffinity"):
        asked.add(len(os.sched_getaffinity(0)))
    if hasattr(os, "process_cpu_count"):
        asked.add(os.process_cpu_count())
    return asked
"""
    assert outcome(play(text, tmp_path)) == {clock.CORES}


def test_computing_takes_turns_in_a_process_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two threads that compute for 2 s need 4, two processes 2."""
    monkeypatch.setitem(MODULES["time"], "burn", clock.burn)
    text = """
def work():
    time.burn(2)
def main():
    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    began = time.monotonic()
    finish(begin((work,), (work,)))
    return began, time.monotonic() - began
"""
    assert outcome(play(text, tmp_path)) == (4, 2)
