# right: every caller waits on a Future of its own; the loading task resolves those that are not cancelled
import asyncio
from collections import defaultdict


class Cache:
    def __init__(self, load):
        self.load = load
        self.values = {}
        self._waiters = defaultdict(list)
        self._tasks = set()

    async def get(self, key):
        if key in self.values:
            return self.values[key]
        first = key not in self._waiters
        waiter = asyncio.get_running_loop().create_future()
        self._waiters[key].append(waiter)
        if first:
            task = asyncio.create_task(self._load_for_all(key))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        return await waiter

    async def _load_for_all(self, key):
        try:
            value = await self.load(key)
        except Exception as error:
            for waiter in self._open_waiters(key):
                waiter.set_exception(error)
        except BaseException:
            for waiter in self._open_waiters(key):
                waiter.cancel()
            raise
        else:
            self.values[key] = value
            for waiter in self._open_waiters(key):
                waiter.set_result(value)

    def _open_waiters(self, key):
        return [waiter for waiter in self._waiters.pop(key) if not waiter.done()]
