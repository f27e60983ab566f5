# crash: a second stop() raises RuntimeError, asking again should be harmless
import asyncio


class Ticker:
    def __init__(self, interval, action):
        self.interval = interval
        self.action = action
        self._task = None
        self._state = "new"

    def start(self):
        if self._state != "running":
            self._state = "running"
            self._task = asyncio.create_task(self._run())

    async def _run(self):
        while True:
            await asyncio.sleep(self.interval)
            self.action()

    async def stop(self):
        if self._state == "new":
            return
        if self._state == "stopped":
            raise RuntimeError("ticker was stopped already")
        self._state = "stopped"
        self._task.cancel()
        await asyncio.wait([self._task])
        if not self._task.cancelled():
            self._task.result()
