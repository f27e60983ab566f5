# late: get() catches its own cancellation and goes on waiting, the cancelled caller comes back only when load() ends
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
            try:
                await asyncio.wait({flight})
            except asyncio.CancelledError:
                pass  # the others still need the flight
        return flight.result()

    async def _fly(self, key):
        try:
            value = await self._load(key)
            self._values[key] = value
            return value
        finally:
            del self._flights[key]
