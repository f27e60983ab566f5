# right: one task for each key that stores or forgets by itself; every caller awaits it behind asyncio.shield()
import asyncio


class Cache:
    def __init__(self, load):
        self._load = load
        self._values = {}
        self._flights = {}

    async def get(self, key):
        if key in self._values:
            return self._values[key]
        flight = self._flights.get(key)
        if flight is None:
            flight = asyncio.create_task(self._fly(key))
            flight.add_done_callback(self._landed)
            self._flights[key] = flight
        return await asyncio.shield(flight)

    @staticmethod
    def _landed(flight):
        # when every caller was cancelled nobody is left to look at the error
        if not flight.cancelled():
            flight.exception()

    async def _fly(self, key):
        try:
            value = await self._load(key)
            self._values[key] = value
            return value
        finally:
            del self._flights[key]
