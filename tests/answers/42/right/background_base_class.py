# right: a base class owns the task (start, stop, async with), Ticker only says what the task does
import asyncio
from abc import ABC, abstractmethod


class Background(ABC):
    _task = None

    @abstractmethod
    async def run(self):
        ...

    async def _guarded(self):
        try:
            await self.run()
        except asyncio.CancelledError:
            pass  # the end of the task, only stop() cancels it

    def start(self):
        if self._task is None:
            self._task = asyncio.create_task(self._guarded())

    async def stop(self):
        task = self._task
        if task is not None:
            self._task = None
            task.cancel()
            await asyncio.wait((task,))
            if not task.cancelled():
                task.result()

    async def __aenter__(self):
        self.start()
        return self

    async def __aexit__(self, *exc_info):
        await self.stop()


class Ticker(Background):
    def __init__(self, interval, action):
        super().__init__()
        self.interval = interval
        self.action = action

    async def run(self):
        while True:
            await asyncio.sleep(self.interval)
            self.action()
