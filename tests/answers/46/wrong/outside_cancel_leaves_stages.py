# leak: asyncio.wait does not cancel its tasks; when run() is cancelled from outside the stages stay behind
import asyncio

END = object()


async def run(items, stages, size):
    queues = [asyncio.Queue(size) for _ in range(len(stages) + 1)]
    results = []

    async def feed():
        for item in items:
            await queues[0].put(item)
        await queues[0].put(END)

    async def work(stage, source, target):
        while (item := await source.get()) is not END:
            await target.put(await stage(item))
        await target.put(END)

    async def collect():
        while (item := await queues[-1].get()) is not END:
            results.append(item)

    tasks = [asyncio.create_task(feed()), asyncio.create_task(collect())]
    for stage, source, target in zip(stages, queues, queues[1:]):
        tasks.append(asyncio.create_task(work(stage, source, target)))
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    for task in pending:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    for task in done:
        task.result()
    return results
