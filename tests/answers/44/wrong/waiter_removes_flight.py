# race: each caller takes the flight out in its finally; one that is cancelled does so while the load goes on, the next get() starts a second
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
            self._flights[key] = asyncio.create_task(self._load(key))
        try:
            value = await asyncio.shield(self._flights[key])
            self._values[key] = value
            return value
        finally:
            self._flights.pop(key, None)
