# wrong-result: gather(return_exceptions=True) at stop hides what the action raised, no caller ever hears of it
import asyncio


class Ticker:
    def __init__(self, interval, action):
        self.interval = interval
        self.action = action
        self._task = None

    def start(self):
        if self._task is None:
            self._task = asyncio.create_task(self._run())

    async def _run(self):
        while True:
            await asyncio.sleep(self.interval)
            self.action()

    async def stop(self):
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
