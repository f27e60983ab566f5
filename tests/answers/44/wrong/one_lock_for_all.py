# serial: all loads go through one asyncio.Lock, different keys wait for each other
import asyncio


class Cache:
    def __init__(self, load):
        self._load = load
        self._values = {}
        self._flights = {}
        self._lock = asyncio.Lock()

    async def get(self, key):
        if key in self._values:
            return self._values[key]
        if key not in self._flights:
            self._flights[key] = asyncio.create_task(self._fly(key))
        return await asyncio.shield(self._flights[key])

    async def _fly(self, key):
        try:
            async with self._lock:
                value = await self._load(key)
            self._values[key] = value
            return value
        finally:
            del self._flights[key]
