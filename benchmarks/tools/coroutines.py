"""Ten small programs of asyncio, each in a wrong and in a right version.

What is wrong is said by an assert, or is for the tool to see: tasks that wait for ever
or are still pending at the end.  Nothing here knows of any tool.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Awaitable, Callable
from typing import Any

Program = Callable[[bool], Awaitable[None]]


async def page(seconds: float, *, fails: bool = False) -> float:
    """Something that takes time."""
    await asyncio.sleep(seconds)
    if fails:
        raise OSError("no such page")
    return seconds


async def check_then_act(right: bool) -> None:
    """Two look into a cache, wait, and load."""
    cache: dict[str, float] = {}
    loads = []
    lock: Any = asyncio.Lock() if right else contextlib.AsyncExitStack()

    async def get(key: str) -> float:
        async with lock:
            if key not in cache:
                loads.append(key)
                cache[key] = await page(1)
        return cache[key]

    await asyncio.gather(get("a"), get("a"))
    assert loads == ["a"], f"loaded {len(loads)} times"


async def sequential(right: bool) -> None:
    """Three pages, one after the other."""
    loop = asyncio.get_running_loop()
    began = loop.time()
    if right:
        await asyncio.gather(page(1), page(1), page(1))
    else:
        for _ in range(3):
            await page(1)
    assert loop.time() - began < 2, f"took {loop.time() - began} s"


async def blocked_loop(right: bool) -> None:
    """A heart beats, and somebody sleeps on the loop's thread."""
    loop = asyncio.get_running_loop()
    began, beats = loop.time(), []

    async def heart() -> None:
        for _ in range(3):
            await asyncio.sleep(0.01)
            beats.append(loop.time() - began)

    async def work() -> None:
        if right:
            await asyncio.sleep(0.02)
        else:
            time.sleep(0.02)

    await asyncio.gather(heart(), work())
    assert beats[0] < 0.015, f"the first beat came after {beats[0]} s"


async def lost_cancellation(right: bool) -> None:
    """Who is cancelled tidies up, and goes on as if nothing had been."""

    async def work() -> None:
        try:
            await page(9)
        except asyncio.CancelledError:
            await page(0.1)
            if right:
                raise

    task = asyncio.create_task(work())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])
    assert task.cancelled(), "it was cancelled, and says that it is done"


async def pending_task(right: bool) -> None:
    """Nobody waits for what was started."""
    task = asyncio.create_task(page(5))
    await page(1)
    if right:
        await task


async def lock_kept(right: bool) -> None:
    """An error on the way, and the lock is never given back."""
    lock = asyncio.Lock()

    async def careless() -> None:
        await lock.acquire()
        try:
            await page(1, fails=True)
        finally:
            if right:
                lock.release()

    async def careful() -> None:
        async with lock:
            await page(1)

    await asyncio.gather(careless(), careful(), return_exceptions=True)


async def queue_unjoined(right: bool) -> None:
    """A worker takes jobs and never says that they are done."""
    queue: asyncio.Queue[int] = asyncio.Queue()

    async def worker() -> None:
        while True:
            await page(await queue.get())
            if right:
                queue.task_done()

    task = asyncio.create_task(worker())
    for job in (1, 2):
        queue.put_nowait(job)
    await queue.join()
    task.cancel()
    await asyncio.wait([task])


async def completion_order(right: bool) -> None:
    """Results in the order in which they come."""
    names: list[str] = []

    async def load(name: str) -> str:
        await page(1)
        names.append(name)
        return name

    found = await asyncio.gather(load("a"), load("b"))
    names = found if right else names
    assert names == ["a", "b"], f"they are {names}"


async def gather_error(right: bool) -> None:
    """One of three fails, and the others work on."""
    working = set()

    async def load(number: int) -> None:
        working.add(number)
        try:
            await page(number, fails=number == 1)
        finally:
            working.remove(number)

    tasks = [asyncio.ensure_future(load(number)) for number in (1, 2, 3)]
    with contextlib.suppress(OSError):
        await asyncio.gather(*tasks)
    if right:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    left = sorted(working)
    await asyncio.wait(tasks)
    assert not left, f"{left} still work after the error"


class Counter:
    """What two threads share."""

    value = 0


async def thread_race(right: bool) -> None:
    """Two threads add one to a counter."""
    counter = Counter()

    def add() -> None:
        counter.value += 1

    if right:
        await asyncio.to_thread(add)
        await asyncio.to_thread(add)
    else:
        await asyncio.gather(asyncio.to_thread(add), asyncio.to_thread(add))
    assert counter.value == 2, f"counted {counter.value}"


PROGRAMS: dict[str, Program] = {
    "check-then-act across await": check_then_act,
    "sequential awaits": sequential,
    "blocked loop": blocked_loop,
    "lost cancellation": lost_cancellation,
    "pending task": pending_task,
    "lock never released": lock_kept,
    "queue never joined": queue_unjoined,
    "order of completion": completion_order,
    "gather with an error": gather_error,
    "to_thread race": thread_race,
}
