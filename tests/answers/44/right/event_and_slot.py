# right: a small Slot class with an Event, a value and an error; a background task fills it
import asyncio


class Slot:
    def __init__(self):
        self.ready = asyncio.Event()
        self.value = None
        self.error = None
        self.task = None

    async def fill(self, load, key):
        try:
            self.value = await load(key)
        except BaseException as error:
            self.error = error
            if not isinstance(error, Exception):
                raise
        finally:
            self.ready.set()

    @property
    def good(self):
        return self.ready.is_set() and self.error is None

    async def read(self):
        await self.ready.wait()
        if self.error is not None:
            raise self.error
        return self.value


class Cache:
    def __init__(self, load):
        self._load = load
        self._slots = {}

    async def get(self, key):
        slot = self._slots.get(key)
        if slot is None or (slot.ready.is_set() and not slot.good):
            slot = self._slots[key] = Slot()
            slot.task = asyncio.create_task(slot.fill(self._load, key))
        return await slot.read()
