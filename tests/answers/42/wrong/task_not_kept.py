# leak: the task is kept nowhere, stop() can only set a flag and leaves it sleeping
import asyncio


class Ticker:
    def __init__(self, interval, action):
        self.interval = interval
        self.action = action
        self.running = False

    def start(self):
        if not self.running:
            self.running = True
            asyncio.create_task(self._run())

    async def _run(self):
        while True:
            await asyncio.sleep(self.interval)
            if not self.running:
                return
            self.action()

    async def stop(self):
        self.running = False
