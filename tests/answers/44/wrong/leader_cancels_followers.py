# crash: when the caller who loads is cancelled it cancels the shared Future, the followers get CancelledError
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
            self._values[key] = value
            future.set_result(value)
            return value
        except asyncio.CancelledError:
            future.cancel()
            raise
        except Exception as error:
            future.set_exception(error)
            future.exception()
            raise
        finally:
            del self._pending[key]
