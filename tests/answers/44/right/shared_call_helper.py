# right: a generic SharedCall class with __await__ holds the task and the shield, Cache only keeps the books
import asyncio
import functools

_MISSING = object()


class SharedCall:
    """A coroutine that any number of tasks may await; none of them can cancel it."""

    def __init__(self, coroutine, when_done):
        self._task = asyncio.ensure_future(self._run(coroutine, when_done))
        self._task.add_done_callback(lambda task: task.cancelled() or task.exception())

    async def _run(self, coroutine, when_done):
        value = _MISSING
        try:
            value = await coroutine
        finally:
            when_done(value)
        return value

    def __await__(self):
        return asyncio.shield(self._task).__await__()


class Cache:
    def __init__(self, load):
        self._load = load
        self._entries = {}
        self._calls = {}

    def _finished(self, key, value):
        del self._calls[key]
        if value is not _MISSING:
            self._entries[key] = value

    async def get(self, key):
        value = self._entries.get(key, _MISSING)
        if value is not _MISSING:
            return value
        if key not in self._calls:
            self._calls[key] = SharedCall(
                self._load(key), functools.partial(self._finished, key)
            )
        return await self._calls[key]
