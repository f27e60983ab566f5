# right: the task waits for a Future of the loop with asyncio.wait(timeout=interval), stop() resolves it
import asyncio


class Ticker:
    def __init__(self, interval, action):
        self.interval = interval
        self.action = action
        self._running = None

    def start(self):
        if self._running is None:
            sign = asyncio.get_running_loop().create_future()
            self._running = sign, asyncio.create_task(self._loop(sign))

    async def _loop(self, sign):
        while True:
            await asyncio.wait({sign}, timeout=self.interval)
            if sign.done():
                return
            self.action()

    async def stop(self):
        if self._running is None:
            return
        (sign, task), self._running = self._running, None
        sign.set_result(None)
        await task
