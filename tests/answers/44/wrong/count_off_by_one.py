# crash: counts those who wait and cancels the load when one is left instead of none, the last caller gets CancelledError
import asyncio


class _Flight:
    def __init__(self, task):
        self.task = task
        self.passengers = 0
        self.abandoned = False


class Cache:
    def __init__(self, load):
        self._load = load
        self._values = {}
        self._flights = {}

    async def _run(self, key):
        try:
            self._values[key] = value = await self._load(key)
            return value
        finally:
            self._flights.pop(key, None)

    async def get(self, key):
        while key not in self._values:
            flight = self._flights.get(key)
            if flight is None:
                flight = _Flight(asyncio.create_task(self._run(key)))
                self._flights[key] = flight
            if flight.abandoned:
                await asyncio.wait({flight.task})
                if self._flights.get(key) is flight:
                    del self._flights[key]
                continue
            flight.passengers += 1
            try:
                await asyncio.wait({flight.task})
            finally:
                flight.passengers -= 1
                if flight.passengers <= 1 and not flight.task.done():
                    flight.abandoned = True
                    flight.task.cancel()
                    await asyncio.gather(flight.task, return_exceptions=True)
            return flight.task.result()
        return self._values[key]
