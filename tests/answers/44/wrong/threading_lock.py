# deadlock: a threading.Lock is held across the await, the second caller blocks the whole event loop
import asyncio
import threading
from collections import defaultdict


class Cache:
    def __init__(self, load):
        self._load = load
        self._values = {}
        self._flights = {}
        self._locks = defaultdict(threading.Lock)

    async def get(self, key):
        with self._locks[key]:
            if key in self._values:
                return self._values[key]
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
