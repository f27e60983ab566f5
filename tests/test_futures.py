"""Futures and pools of threads: one step for each call, and every order of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from programs import Playground, agree, found, outcome

from threadlings.events import Ending
from threadlings.search import Exhaustive
from threadlings.sharing import Sharing

POOL = """
from concurrent.futures import ThreadPoolExecutor, as_completed, wait
import concurrent.futures, time
def main():
    with ThreadPoolExecutor({workers}) as pool:
        jobs = [pool.submit(lambda i=i: i) for i in range({jobs})]
        return {result}
"""


def orders(text: str, folder: Path) -> tuple[list[Any], Exhaustive]:
    """What comes of every distinct ordering of a program."""
    search = Exhaustive(Playground(text, folder).once, Sharing(), 10_000)
    return [outcome(record) for record in found(search)], search


@pytest.mark.parametrize(
    ("workers", "jobs", "result", "count", "outcomes"),
    [
        (2, 2, "tuple(job.result() for job in jobs)", 4, {(0, 1)}),
        (2, 3, "tuple(job.result() for job in jobs)", 8, {(0, 1, 2)}),
        (1, 3, "tuple(j.result() for j in as_completed(jobs))", 12, {(0, 1, 2)}),
        (2, 2, "tuple(j.result() for j in as_completed(jobs))", 16, {(0, 1), (1, 0)}),
        (2, 2, "len(wait(jobs).done)", 4, {2}),
    ],
)
def test_every_order_of_a_pool(
    workers: int, jobs: int, result: str, count: int, outcomes: Any, tmp_path: Path
) -> None:
    """All distinct orderings are run once, and another search has the same."""
    text = POOL.format(workers=workers, jobs=jobs, result=result)
    what, search = orders(text, tmp_path)

    assert search.coverage.kind == "complete"
    assert search.cut == 0
    assert set(what) == outcomes
    assert len(what) == count
    assert agree(Playground(text, tmp_path), 10_000)


def test_a_pool_that_waits_for_itself_is_stuck(tmp_path: Path) -> None:
    """A job that waits for a job of its own pool is named, with what it waits for."""
    text = """
from concurrent.futures import ThreadPoolExecutor
def main():
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(lambda: pool.submit(int).result()).result()
"""
    record = Playground(text, tmp_path).play()

    assert record.ending is Ending.STUCK
    waits = {one.thread: (one.kind, str(one.thing)) for one in record.waiting}
    assert waits == {"main": ("result", "future#1"), "worker-1": ("result", "future#2")}


def test_a_result_may_be_late(tmp_path: Path) -> None:
    """A time-out passes in virtual time, and the job goes on."""
    text = """
from concurrent.futures import ThreadPoolExecutor, TimeoutError
import time
def main():
    with ThreadPoolExecutor(1) as pool:
        job = pool.submit(time.sleep, 10)
        try:
            job.result(timeout=3)
        except TimeoutError:
            return time.monotonic(), job.running(), job.cancel()
"""
    record = Playground(text, tmp_path, time="ideal").play()

    assert outcome(record) == (3.0, True, False)
    assert record.clock == 10


@pytest.mark.parametrize(
    ("after", "left"),
    [("", ("worker-1",)), ("pool.shutdown(wait=False)", ()), ("pool.shutdown()", ())],
)
def test_a_pool_that_nobody_shuts_down_is_left(
    after: str, left: tuple[str, ...], tmp_path: Path
) -> None:
    """A worker for whom nothing is left but to go home is not left behind."""
    text = f"""
from concurrent.futures import ThreadPoolExecutor
pool = ThreadPoolExecutor(1)
def main():
    pool.submit(int).result()
    {after}
"""
    assert Playground(text, tmp_path).play().left == left
