# wrong-result: calls the action first and sleeps afterwards, the first tick comes at once
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
            self.action()
            await asyncio.sleep(self.interval)

    async def stop(self):
        task, self._task = self._task, None
        if task is None:
            return
        task.cancel()
        await asyncio.wait([task])
        if not task.cancelled():
            task.result()
