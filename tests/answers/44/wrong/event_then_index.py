# crash: after the Event those who wait read values[key]; when load() failed they get KeyError and not its error
import asyncio


class Cache:
    def __init__(self, load):
        self._load = load
        self._values = {}
        self._loaded = {}

    async def get(self, key):
        if key in self._values:
            return self._values[key]
        if key in self._loaded:
            await self._loaded[key].wait()
            return self._values[key]
        self._loaded[key] = asyncio.Event()
        return await asyncio.shield(asyncio.create_task(self._fly(key)))

    async def _fly(self, key):
        try:
            value = await self._load(key)
            self._values[key] = value
            return value
        finally:
            self._loaded.pop(key).set()
