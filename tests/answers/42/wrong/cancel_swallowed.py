# endless: the loop catches CancelledError and goes on, stop() waits for a task that never ends
import asyncio
import logging


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
            try:
                await asyncio.sleep(self.interval)
            except asyncio.CancelledError:
                logging.debug("ticker: the sleep was cut short")
                continue
            self.action()

    async def stop(self):
        task, self._task = self._task, None
        if task is None:
            return
        task.cancel()
        await asyncio.wait([task])
        if not task.cancelled():
            task.result()
