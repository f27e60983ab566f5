# deadlock: when load() fails only the first caller hears of it, the Future of the others is never resolved
import asyncio


class Cache:
    def __init__(self, load):
        self._load = load
        self._values = {}
        self._waiting = {}

    async def get(self, key):
        if key in self._values:
            return self._values[key]
        if key in self._waiting:
            answer = asyncio.get_running_loop().create_future()
            self._waiting[key].append(answer)
            return await answer
        self._waiting[key] = []
        return await asyncio.shield(asyncio.create_task(self._fly(key)))

    async def _fly(self, key):
        try:
            value = await self._load(key)
        except Exception:
            del self._waiting[key]
            raise
        self._values[key] = value
        for answer in self._waiting.pop(key):
            if not answer.done():
                answer.set_result(value)
        return value
