# crash: keeps the coroutine of load() and awaits it for every caller, the second one gets RuntimeError
import functools


class Cache:
    def __init__(self, load):
        self._load = functools.lru_cache(maxsize=None)(load)

    async def get(self, key):
        return await self._load(key)
