# deadlock: the first caller loads; when it is cancelled its Future stays open and the others wait for ever
import asyncio


class Cache:
    def __init__(self, load):
        self._load = load
        self._values = {}
        self._pending = {}

    async def get(self, key):
        if key in self._values:
            return self._values[key]
        if key in self._pending:
            return await asyncio.shield(self._pending[key])
        future = self._pending[key] = asyncio.get_running_loop().create_future()
        try:
            value = await self._load(key)
        except Exception as error:
            del self._pending[key]
            future.set_exception(error)
            future.exception()
            raise
        del self._pending[key]
        self._values[key] = value
        future.set_result(value)
        return value
