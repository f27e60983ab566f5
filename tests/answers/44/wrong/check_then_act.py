# race: looks, awaits load() and stores - whoever asks meanwhile sees no entry yet and loads a second time
class Cache:
    def __init__(self, load):
        self._load = load
        self._values = {}

    async def get(self, key):
        if key not in self._values:
            self._values[key] = await self._load(key)
        return self._values[key]
