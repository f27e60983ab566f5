# right: nothing is cancelled, the task waits for an Event with the interval as time-out
from __future__ import annotations

import asyncio
from typing import Callable, Optional


class Ticker:
    def __init__(self, interval: float, action: Callable[[], object]) -> None:
        self.interval = interval
        self.action = action
        self._leave: Optional[asyncio.Event] = None
        self._task: Optional[asyncio.Task] = None

    def start(self) -> None:
        if self._task is not None:
            return
        self._leave = asyncio.Event()
        self._task = asyncio.get_running_loop().create_task(self._tick(self._leave))

    async def _tick(self, leave: asyncio.Event) -> None:
        while not leave.is_set():
            try:
                await asyncio.wait_for(leave.wait(), self.interval)
            except asyncio.TimeoutError:
                if not leave.is_set():
                    self.action()

    async def stop(self) -> None:
        task = self._task
        if task is None:
            return
        self._leave.set()
        await asyncio.wait({task})
        if self._task is task:
            self._task = None
            await task
