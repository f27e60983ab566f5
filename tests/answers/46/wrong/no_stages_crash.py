# crash: without stages there is no last queue, IndexError instead of the items
import asyncio

END = object()


async def run(items, stages, size):
    queues = [asyncio.Queue(size) for _ in stages]

    async def feed():
        for item in items:
            await queues[0].put(item)
        await queues[0].put(END)

    async def middle(stage, source, target):
        while (item := await source.get()) is not END:
            await target.put(await stage(item))
        await target.put(END)

    async def last(stage, source):
        results = []
        while (item := await source.get()) is not END:
            results.append(await stage(item))
        return results

    result = asyncio.create_task(last(stages[-1], queues[-1]))
    tasks = [asyncio.create_task(feed())]
    for stage, source, target in zip(stages, queues, queues[1:]):
        tasks.append(asyncio.create_task(middle(stage, source, target)))
    tasks.append(result)
    try:
        return (await asyncio.gather(*tasks))[-1]
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
