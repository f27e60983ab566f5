# late: stop() sets a flag and awaits the task, which sleeps the interval to its end
import asyncio


class Ticker:
    def __init__(self, interval, action):
        self.interval = interval
        self.action = action
        self._task = None
        self._running = False

    def start(self):
        if self._task is None:
            self._running = True
            self._task = asyncio.create_task(self._run())

    async def _run(self):
        while self._running:
            await asyncio.sleep(self.interval)
            if self._running:
                self.action()

    async def stop(self):
        self._running = False
        task, self._task = self._task, None
        if task is not None:
            await task
