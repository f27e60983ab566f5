# crash: stop() hopes to catch the cancellation with "except Exception", but CancelledError is a BaseException
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
        task, self._task = self._task, None
        if task is None:
            return
        task.cancel()
        try:
            await task
        except Exception:
            if not task.cancelled():
                raise
