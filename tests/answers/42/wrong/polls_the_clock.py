# late: sleeps in steps of 20 ms and looks at clock and flag, so ticks and stop() come up to a step late
import asyncio

STEP = 0.02


class Ticker:
    def __init__(self, interval, action):
        self.interval = interval
        self.action = action
        self._task = None
        self._stopping = False

    def start(self):
        if self._task is None:
            self._stopping = False
            self._task = asyncio.create_task(self._run())

    async def _run(self):
        loop = asyncio.get_running_loop()
        due = loop.time() + self.interval
        while True:
            await asyncio.sleep(STEP)
            if self._stopping:
                return
            if loop.time() >= due:
                self.action()
                due += self.interval

    async def stop(self):
        self._stopping = True
        task, self._task = self._task, None
        if task is not None:
            await task
