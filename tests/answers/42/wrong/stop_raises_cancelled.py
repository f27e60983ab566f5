# crash: stop() awaits the cancelled task without a try, its CancelledError comes out of stop()
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
        if self._task is not None:
            task, self._task = self._task, None
            task.cancel()
            await task
