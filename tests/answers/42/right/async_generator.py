# right: an async generator counts the ticks, the task runs an "async for" over it
import asyncio
from contextlib import aclosing
from itertools import count


async def ticks(interval):
    for number in count(1):
        await asyncio.sleep(interval)
        yield number


class Ticker:
    def __init__(self, interval, action):
        self.interval = interval
        self.action = action
        self.task = None

    async def __run(self):
        async with aclosing(ticks(self.interval)) as numbers:
            async for _ in numbers:
                self.action()

    def start(self):
        self.task = self.task or asyncio.ensure_future(self.__run())

    async def stop(self):
        if self.task is None:
            return
        task, self.task = self.task, None
        task.cancel()
        (outcome,) = await asyncio.gather(task, return_exceptions=True)
        if isinstance(outcome, Exception):
            raise outcome
