# right: the finished task itself is the cache entry; a failed task takes itself out; waiting with asyncio.wait() cancels nothing
from __future__ import annotations

import asyncio
from typing import Any, Awaitable, Callable, Hashable


class Cache:
    def __init__(self, load: Callable[[Hashable], Awaitable[Any]]) -> None:
        self._load = load
        self._tasks: dict[Hashable, asyncio.Task[Any]] = {}

    async def _guarded_load(self, key: Hashable) -> Any:
        try:
            return await self._load(key)
        except BaseException:
            self._tasks.pop(key, None)
            raise

    @staticmethod
    def _mark_retrieved(task: asyncio.Task[Any]) -> None:
        if not task.cancelled():
            task.exception()

    async def get(self, key: Hashable) -> Any:
        if key not in self._tasks:
            task = asyncio.create_task(self._guarded_load(key))
            task.add_done_callback(self._mark_retrieved)
            self._tasks[key] = task
        task = self._tasks[key]
        if not task.done():
            await asyncio.wait({task})
        return task.result()
