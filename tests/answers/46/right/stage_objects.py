# right: a Stage class with typed messages; one failure callback cancels the others; gather with return_exceptions waits for all
from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any, Awaitable, Callable, Iterable, Optional, Sequence


@dataclass(frozen=True)
class Item:
    value: Any


class End:
    """Nothing comes after this."""


class Stage:
    def __init__(self, func: Callable[[Any], Awaitable[Any]], inbox: asyncio.Queue, outbox: asyncio.Queue) -> None:
        self.func, self.inbox, self.outbox = func, inbox, outbox

    async def __call__(self) -> None:
        while isinstance(message := await self.inbox.get(), Item):
            await self.outbox.put(Item(await self.func(message.value)))
        await self.outbox.put(message)


class Line:
    def __init__(self) -> None:
        self.tasks: list[asyncio.Task] = []
        self.error: Optional[BaseException] = None

    def start(self, coro) -> None:
        task = asyncio.get_running_loop().create_task(coro)
        task.add_done_callback(self._ended)
        self.tasks.append(task)

    def _ended(self, task: asyncio.Task) -> None:
        if not task.cancelled() and task.exception() and self.error is None:
            self.error = task.exception()
            for other in self.tasks:
                other.cancel()

    async def wait(self) -> None:
        await asyncio.gather(*self.tasks, return_exceptions=True)
        if self.error is not None:
            raise self.error


async def run(items: Iterable[Any], stages: Sequence[Callable[[Any], Awaitable[Any]]], size: int) -> list:
    results: list = []
    pipes = [asyncio.Queue(maxsize=size) for _ in range(len(stages) + 1)]

    async def head() -> None:
        for item in items:
            await pipes[0].put(Item(item))
        await pipes[0].put(End())

    async def tail() -> None:
        while isinstance(message := await pipes[-1].get(), Item):
            results.append(message.value)

    line = Line()
    line.start(head())
    for i, func in enumerate(stages):
        line.start(Stage(func, pipes[i], pipes[i + 1])())
    line.start(tail())
    await line.wait()
    return results
