# wrong-result: the dicts belong to the class, a second Cache with another load gives the values of the first
import asyncio


class Cache:
    values = {}
    flights = {}

    def __init__(self, load):
        self.load = load

    async def get(self, key):
        if key in self.values:
            return self.values[key]
        if key not in self.flights:
            self.flights[key] = asyncio.create_task(self._fly(key))
        return await asyncio.shield(self.flights[key])

    async def _fly(self, key):
        try:
            value = await self.load(key)
            self.values[key] = value
            return value
        finally:
            del self.flights[key]
