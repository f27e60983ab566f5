# wrong-result: values.get(key) is None means "not loaded", so a loaded None is loaded again every time
import asyncio


class Cache:
    def __init__(self, load):
        self._load = load
        self._values = {}
        self._flights = {}

    async def get(self, key):
        value = self._values.get(key)
        if value is not None:
            return value
        if key not in self._flights:
            self._flights[key] = asyncio.create_task(self._fly(key))
        return await asyncio.shield(self._flights[key])

    async def _fly(self, key):
        try:
            value = await self._load(key)
            self._values[key] = value
            return value
        finally:
            del self._flights[key]
