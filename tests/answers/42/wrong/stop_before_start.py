# crash: stop() before start() calls cancel() on None
import asyncio


class Ticker:
    def __init__(self, interval, action):
        self.interval = interval
        self.action = action
        self._task = None
        self._stopped = False

    def start(self):
        if self._task is None:
            self._task = asyncio.create_task(self._run())

    async def _run(self):
        while True:
            await asyncio.sleep(self.interval)
            self.action()

    async def stop(self):
        if self._stopped:
            return
        self._task.cancel()
        self._stopped = True
        await asyncio.wait([self._task])
        if not self._task.cancelled():
            self._task.result()
