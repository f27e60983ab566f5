# right: the first caller loads itself; when it is cancelled the next one who waits becomes the leader and loads
import asyncio


class Cache:
    def __init__(self, load):
        self._load = load
        self._values = {}
        self._leading = {}

    async def get(self, key):
        while True:
            if key in self._values:
                return self._values[key]
            signal = self._leading.get(key)
            if signal is None:
                return await self._lead(key)
            await asyncio.wait([signal])
            if signal.cancelled():
                continue
            return signal.result()

    async def _lead(self, key):
        signal = asyncio.get_running_loop().create_future()
        self._leading[key] = signal
        try:
            value = await self._load(key)
        except Exception as error:
            signal.set_exception(error)
            signal.exception()  # it is fine when nobody else wanted it
            raise
        else:
            self._values[key] = value
            signal.set_result(value)
            return value
        finally:
            del self._leading[key]
            if not signal.done():
                signal.cancel()
