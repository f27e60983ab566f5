# endless: asks the clock again and again with sleep(0) instead of sleeping the interval
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
        loop = asyncio.get_running_loop()
        due = loop.time() + self.interval
        while True:
            if loop.time() >= due:
                self.action()
                due += self.interval
            await asyncio.sleep(0)

    async def stop(self):
        task, self._task = self._task, None
        if task is None:
            return
        task.cancel()
        await asyncio.wait([task])
        if not task.cancelled():
            task.result()
