# right: the flight counts its passengers; when the last of them is cancelled the load is cancelled and waited for
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

    def _board(self, key):
        flight = self._flights.get(key)
        if flight is None:
            flight = _Flight(asyncio.create_task(self._run(key)))
            self._flights[key] = flight
        return flight

    async def get(self, key):
        while key not in self._values:
            flight = self._board(key)
            if flight.abandoned:  # it is ending, only then the next load may begin
                await asyncio.wait({flight.task})
                if self._flights.get(key) is flight:
                    del self._flights[key]
                continue
            flight.passengers += 1
            try:
                await asyncio.wait({flight.task})
            finally:
                flight.passengers -= 1
                if not flight.passengers and not flight.task.done():
                    flight.abandoned = True
                    flight.task.cancel()
                    await asyncio.gather(flight.task, return_exceptions=True)
            return flight.task.result()
        return self._values[key]
