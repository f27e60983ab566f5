# right: the task reads orders from an asyncio.Queue; no order within the interval means tick
import asyncio

_STOP = object()


class Ticker:
    def __init__(self, interval, action):
        self.interval = interval
        self.action = action
        self._orders = None
        self._task = None

    def start(self):
        if self._task is None:
            self._orders = asyncio.Queue()
            self._task = asyncio.create_task(self._work(self._orders))

    async def _work(self, orders):
        order = None
        while order is not _STOP:
            try:
                order = await asyncio.wait_for(orders.get(), timeout=self.interval)
            except asyncio.TimeoutError:
                if orders.empty():
                    self.action()

    async def stop(self):
        task, self._task = self._task, None
        if task:
            self._orders.put_nowait(_STOP)
            await task
