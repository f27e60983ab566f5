# right: a Condition for each load in progress, wait_for() the outcome; the load itself runs in a task outside of it
import asyncio
import contextlib
from types import SimpleNamespace


class Cache:
    def __init__(self, load):
        self._load = load
        self._values = {}
        self._running = {}

    async def _work(self, key, job):
        try:
            job.value = self._values[key] = await self._load(key)
        except Exception as error:
            job.error = error
        except BaseException:
            job.error = asyncio.CancelledError()
            raise
        finally:
            del self._running[key]
            job.over = True
            async with job.changed:
                job.changed.notify_all()

    async def get(self, key):
        with contextlib.suppress(KeyError):
            return self._values[key]
        job = self._running.get(key)
        if job is None:
            job = SimpleNamespace(value=None, error=None, over=False)
            job.changed = asyncio.Condition()
            job.task = asyncio.create_task(self._work(key, job))
            self._running[key] = job
        async with job.changed:
            await job.changed.wait_for(lambda: job.over)
        if job.error is not None:
            raise job.error
        return job.value
