# right: a task for each stage, bounded queues between, one end mark object; the first error cancels all and is raised when all have ended
import asyncio

_END = object()


async def run(items, stages, size):
    queues = [asyncio.Queue(maxsize=size) for _ in range(len(stages) + 1)]
    results = []

    async def feed():
        for item in items:
            await queues[0].put(item)
        await queues[0].put(_END)

    async def work(stage, source, sink):
        while True:
            item = await source.get()
            if item is _END:
                await sink.put(_END)
                return
            await sink.put(await stage(item))

    async def drain():
        while (item := await queues[-1].get()) is not _END:
            results.append(item)

    coros = [feed(), *map(work, stages, queues, queues[1:]), drain()]
    tasks = [asyncio.create_task(coro) for coro in coros]
    try:
        await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return results
