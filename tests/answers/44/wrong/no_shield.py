# crash: callers await the shared task itself, the cancellation of one cancels it and all others get CancelledError
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
        return await self._flights[key]

    async def _fly(self, key):
        try:
            value = await self._load(key)
            self._values[key] = value
            return value
        finally:
            del self._flights[key]
