# right: one task that sleeps and ticks; stop() cancels it, waits with asyncio.wait() and raises what the action raised
import asyncio


class Ticker:
    def __init__(self, interval, action):
        self._interval = interval
        self._action = action
        self._task = None

    def start(self):
        if self._task is None:
            self._task = asyncio.create_task(self._run())

    async def _run(self):
        while True:
            await asyncio.sleep(self._interval)
            self._action()

    async def stop(self):
        task, self._task = self._task, None
        if task is None:
            return
        task.cancel()
        await asyncio.wait([task])
        if not task.cancelled():
            task.result()
