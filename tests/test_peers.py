"""What other tools for threads get wrong is right here."""

from __future__ import annotations

import gc
import hashlib
import json
import os
import tracemalloc
from pathlib import Path

import pytest
from programs import STUCK, ZOO, Playground, counter, found, outcome

from threadlings.core import IDEAL
from threadlings.search import Exhaustive, Follow
from threadlings.sharing import Sharing

RECORDS = Path(__file__).with_name("golden") / "records.json"

MODULE_LEVEL = """
from queue import Queue
from threading import Barrier, Condition, Lock, RLock, Thread, Timer
lock, outer, changed, gate, jobs = Lock(), RLock(), Condition(), Barrier(2), Queue(1)
seen = []
"""
BODIES = {  # what the program does, and all that can come out
    "a lock made when the module loads": (
        "def work():\n    with lock:\n        seen.append(len(seen))\n",
        "threads = [Thread(target=work), Thread(target=work)]",
        {(0, 1)},
    ),
    "a subclass of Thread": (
        "class Worker(Thread):\n    def run(self):\n        seen.append(self.name)\n",
        "threads = [Worker(name='a'), Worker(name='b')]",
        {("a", "b"), ("b", "a")},
    ),
    "a Timer": (
        "def ring():\n    seen.append('ring')\ndef work():\n    seen.append('work')\n",
        "threads = [Timer(5, ring), Thread(target=work)]",
        {("ring", "work"), ("work", "ring")},
    ),
    "a Condition that really waits": (
        "def wait():\n    with changed:\n        while not seen:\n"
        "            changed.wait()\n        seen.append('woken')\n"
        "def call():\n    with changed:\n        seen.append('called')\n"
        "        changed.notify()\n",
        "threads = [Thread(target=wait), Thread(target=call)]",
        {("called", "woken")},
    ),
    "a Barrier that really waits": (
        "def work():\n    seen.append('before')\n    gate.wait()\n"
        "    with lock:\n        seen.append('after')\n",
        "threads = [Thread(target=work), Thread(target=work)]",
        {("before", "before", "after", "after")},
    ),
    "a queue that really waits": (
        "def put():\n    for n in (1, 2, 3):\n        jobs.put(n)\n"
        "def take():\n    for _ in range(3):\n        seen.append(jobs.get())\n",
        "threads = [Thread(target=take), Thread(target=put)]",
        {(1, 2, 3)},
    ),
}


@pytest.mark.parametrize("name", BODIES)
def test_what_a_module_imports_and_makes_is_scheduled(
    name: str, tmp_path: Path
) -> None:
    """Names that are imported one by one, and objects that are made at the top."""
    body, threads, ends = BODIES[name]
    text = f"""{MODULE_LEVEL}
{body}
def main():
    {threads}
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return tuple(seen)
"""
    search = Exhaustive(Playground(text, tmp_path).once, Sharing(), 5_000)

    assert {outcome(record) for record in found(search)} == ends
    assert search.coverage.kind == "complete"


@pytest.mark.parametrize("name", ["wait outside", "one condition", "two wait, notify"])
@pytest.mark.parametrize("waits", ["wait()", "wait(5)"])
def test_a_lost_wake_up_passes_in_no_reading_of_time(
    name: str, waits: str, tmp_path: Path
) -> None:
    """Who is never notified is stuck, unless the program itself has a timeout."""
    text = ZOO[name].text.replace(".wait()", f".{waits}")
    stuck = waits == "wait()"
    for time in ("any", IDEAL):
        playground = Playground(text, tmp_path, time=time)
        ends = {outcome(record) for record in playground.search(runs=800)}
        assert (STUCK in ends) == stuck


@pytest.mark.slow
def test_three_threads_that_count_to_three_reach_every_value(tmp_path: Path) -> None:
    """Three times three increments without a lock come to any value from 2 to 9."""
    playground = Playground(counter(3, 3), tmp_path)
    search = playground.search(runs=30_000)
    ends = set()
    for record in search:
        ends.add(record.result)
        if ends == set(range(2, 10)):
            break

    assert ends == set(range(2, 10))


@pytest.mark.slow
def test_memory_stays_flat(tmp_path: Path) -> None:
    """After a warm-up, thousands of runs leave next to nothing behind."""
    playground = Playground(ZOO["one condition"].text, tmp_path)  # some are stuck
    sharing = Sharing()
    found(Exhaustive(playground.once, sharing, 100))

    def runs(count: int) -> int:
        for _ in range(count // 60):
            found(Exhaustive(playground.once, sharing, 100))
        gc.collect()
        return tracemalloc.get_traced_memory()[0]

    tracemalloc.start()
    try:
        runs(300)  # what is kept for the next run has its size by then
        before, after = runs(120), runs(600)
    finally:
        tracemalloc.stop()

    assert after - before < 100_000  # bytes; what is one class goes up and down


@pytest.mark.parametrize("name", ZOO)
def test_a_record_is_the_same_on_every_python(name: str, tmp_path: Path) -> None:
    """Each event of the first runs of the zoo is the one that was written down."""
    playground = Playground(ZOO[name].text, tmp_path)
    search = playground.search(runs=60)
    records = found(search)[:20]
    lines = []
    for record in records:
        follow = Follow(record.departures)
        told = playground.once(follow, search.sharing, tell=True)
        lines += [" ".join(event.told) for event in told.events]
        lines.append(f"{told.ending.value} {outcome(told)}")
    digest = hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]

    if os.environ.get("GOLDEN") == "write":
        known = json.loads(RECORDS.read_text("utf-8")) if RECORDS.exists() else {}
        text = json.dumps({**known, name: digest}, indent=1, sort_keys=True)
        RECORDS.write_text(f"{text}\n", "utf-8")
    assert json.loads(RECORDS.read_text("utf-8"))[name] == digest


def test_one_verdict_a_thousand_times(tmp_path: Path) -> None:
    """The same order gives the same events, a thousand times."""
    playground = Playground(ZOO["counter 2x2"].text, tmp_path)
    search = playground.search()
    order = next(record.departures for record in search if record.result == 2)
    seen = set()
    for _ in range(1_000):
        told = playground.once(Follow(order), search.sharing, tell=True)
        seen.add((told.result, told.trace, *(event.told for event in told.events)))

    assert len(seen) == 1
