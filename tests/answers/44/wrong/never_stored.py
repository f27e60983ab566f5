# wrong-result: joins callers of the same moment but keeps no value, the next get() loads again
import asyncio


class Cache:
    def __init__(self, load):
        self._load = load
        self._flights = {}

    async def get(self, key):
        if key not in self._flights:
            self._flights[key] = asyncio.create_task(self._fly(key))
        return await asyncio.shield(self._flights[key])

    async def _fly(self, key):
        try:
            return await self._load(key)
        finally:
            del self._flights[key]
