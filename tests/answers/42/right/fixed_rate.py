# right: deadlines on the clock of the loop, so a slow action makes no drift; missed ticks are skipped
import asyncio


class Ticker:
    def __init__(self, interval, action):
        self._interval = interval
        self._action = action
        self._task = None

    @property
    def running(self):
        return self._task is not None

    def start(self):
        if self.running:
            return
        first = asyncio.get_running_loop().time() + self._interval
        self._task = asyncio.create_task(self._run(first), name="ticker")

    async def _run(self, due):
        clock = asyncio.get_running_loop().time
        while True:
            await asyncio.sleep(max(0, due - clock()))
            self._action()
            due += self._interval
            if due <= clock():
                due = clock() + self._interval

    async def stop(self):
        if not self.running:
            return
        task = self._task
        task.cancel()
        await asyncio.wait({task})
        if self._task is not task:
            return
        self._task = None
        if not task.cancelled() and task.exception() is not None:
            raise task.exception()
