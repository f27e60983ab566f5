# serial: a stage begins when the one before has done all items, the stages never overlap
import asyncio


async def run(items, stages, size):
    async def work(stage, source, target):
        while not source.empty():
            target.append(await stage(source.get_nowait()))

    current = list(items)
    for stage in stages:
        queue = asyncio.Queue()
        for item in current:
            queue.put_nowait(item)
        current = []
        await work(stage, queue, current)
    return current
