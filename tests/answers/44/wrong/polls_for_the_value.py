# late: those who wait look every 50 ms whether the loading task is done
import asyncio


class Cache:
    def __init__(self, load):
        self._load = load
        self._values = {}
        self._flights = {}

    async def get(self, key):
        if key in self._values:
            return self._values[key]
        if key not in self._flights:
            self._flights[key] = asyncio.create_task(self._fly(key))
        flight = self._flights[key]
        while not flight.done():
            await asyncio.sleep(0.05)
        return flight.result()

    async def _fly(self, key):
        try:
            value = await self._load(key)
            self._values[key] = value
            return value
        finally:
            del self._flights[key]
