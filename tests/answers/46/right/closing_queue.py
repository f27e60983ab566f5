# right: a Queue subclass that can be closed and iterated with `async for`; asyncio.wait FIRST_EXCEPTION looks for errors
import asyncio


class Channel(asyncio.Queue):
    class _Closed:
        pass

    async def close(self):
        await self.put(self._Closed)

    def __aiter__(self):
        return self

    async def __anext__(self):
        item = await self.get()
        if item is self._Closed:
            raise StopAsyncIteration
        return item


async def _source(items, out):
    for item in items:
        await out.put(item)
    await out.close()


async def _stage(func, inp, out):
    async for item in inp:
        await out.put(await func(item))
    await out.close()


async def _sink(inp):
    return [item async for item in inp]


async def run(items, stages, size):
    channel = Channel(size)
    tasks = {asyncio.ensure_future(_source(items, channel))}
    for func in stages:
        following = Channel(size)
        tasks.add(asyncio.ensure_future(_stage(func, channel, following)))
        channel = following
    last = asyncio.ensure_future(_sink(channel))
    tasks.add(last)

    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    for task in done:
        task.result()
    return last.result()
