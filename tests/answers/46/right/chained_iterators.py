# right: each stage is a task that reads an async iterator and is one itself through its queue; an AsyncExitStack ends them back to front
import asyncio
from contextlib import AsyncExitStack


class _FromItems:
    def __init__(self, items):
        self._items = iter(items)

    def __aiter__(self):
        return self

    async def __anext__(self):
        try:
            return next(self._items)
        except StopIteration:
            raise StopAsyncIteration from None


class _Stage:
    """`async with` starts the task and ends it, `async for` reads what it has made."""

    _OVER = object()

    def __init__(self, func, source, size):
        self._func = func
        self._source = source
        self._queue = asyncio.Queue(size)

    async def _produce(self):
        async for item in self._source:
            await self._queue.put(await self._func(item))
        await self._queue.put(self._OVER)

    async def __aenter__(self):
        self.task = asyncio.create_task(self._produce())
        return self

    async def __aexit__(self, *exc_info):
        self.task.cancel()
        await asyncio.gather(self.task, return_exceptions=True)

    def __aiter__(self):
        return self

    async def __anext__(self):
        item = await self._queue.get()
        if item is self._OVER:
            raise StopAsyncIteration
        return item


async def _read_all(stream):
    return [item async for item in stream]


async def run(items, stages, size):
    async with AsyncExitStack() as stack:
        tasks = []
        stream = _FromItems(items)
        for func in stages:
            stream = await stack.enter_async_context(_Stage(func, stream, size))
            tasks.append(stream.task)
        reader = asyncio.create_task(_read_all(stream))
        try:
            done, _ = await asyncio.wait([*tasks, reader], return_when=asyncio.FIRST_EXCEPTION)
        finally:
            reader.cancel()
            await asyncio.gather(reader, return_exceptions=True)
        for task in done:
            task.result()
        return reader.result()
