# leak: stop() cancels the task but does not wait for it, it is still there when stop() comes back
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
        if self._task is None:
            return
        task, self._task = self._task, None
        if task.done() and not task.cancelled():
            task.result()
        task.cancel()
