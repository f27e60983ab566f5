# deadlock: set_result() on the Future of a cancelled waiter raises, those after it in the list are never woken
import asyncio


class Cache:
    def __init__(self, load):
        self._load = load
        self._values = {}
        self._waiters = {}
        self._tasks = {}

    async def get(self, key):
        if key in self._values:
            return self._values[key]
        answer = asyncio.get_running_loop().create_future()
        self._waiters.setdefault(key, []).append(answer)
        if key not in self._tasks:
            self._tasks[key] = asyncio.create_task(self._fly(key))
        return await answer

    async def _fly(self, key):
        value = error = None
        try:
            value = await self._load(key)
            self._values[key] = value
        except Exception as failure:
            error = failure
        del self._tasks[key]
        for answer in self._waiters.pop(key):
            if error is not None:
                answer.set_exception(error)
            else:
                answer.set_result(value)
