# wrong-result: the task is kept on the class, a second Ticker believes that it was started already
import asyncio


class Ticker:
    _task = None

    def __init__(self, interval, action):
        self.interval = interval
        self.action = action

    def start(self):
        if Ticker._task is None:
            Ticker._task = asyncio.create_task(self._run())

    async def _run(self):
        while True:
            await asyncio.sleep(self.interval)
            self.action()

    async def stop(self):
        task, Ticker._task = Ticker._task, None
        if task is None:
            return
        task.cancel()
        await asyncio.wait([task])
        if not task.cancelled():
            task.result()
