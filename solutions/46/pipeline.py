"""A laundry: one washes, one irons, one folds, and baskets stand in between.

The idea here: stages that work at the same time hand over through queues.  A queue with
bounds makes a quick stage wait for a slow one; the end has to be handed on as well.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from typing import Any

END = object()


async def run(
    items: Iterable[Any], stages: list[Callable[[Any], Awaitable[Any]]], size: int
) -> list[Any]:
    """Send every item through all *stages*; what comes out, in the order of *items*.

    Each stage has a task of its own, and between two of them there is a queue for at
    most *size* items.  An error in a stage ends all of them and is raised.
    """
    baskets: list[asyncio.Queue[Any]] = [asyncio.Queue(size) for _ in [*stages, END]]
    works = map(_work, stages, baskets, baskets[1:])
    jobs = [_fill(items, baskets[0]), *works, _empty(baskets[-1])]
    tasks = [asyncio.create_task(job) for job in jobs]
    try:
        *_, results = await asyncio.gather(*tasks)
        return results
    finally:
        # Where a stage has failed, its neighbours would wait for ever: the one before
        # it for room, the one after it for something to come.
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _fill(items: Iterable[Any], basket: asyncio.Queue[Any]) -> None:
    for item in items:
        await basket.put(item)
    await basket.put(END)


async def _work(
    stage: Callable[[Any], Awaitable[Any]],
    source: asyncio.Queue[Any],
    target: asyncio.Queue[Any],
) -> None:
    while (item := await source.get()) is not END:
        await target.put(await stage(item))
    await target.put(END)


async def _empty(basket: asyncio.Queue[Any]) -> list[Any]:
    results = []
    while (item := await basket.get()) is not END:
        results.append(item)
    return results
