# wrong-result: the stage's worker is a closure over the loop variable, every task calls the last stage
import asyncio

END = object()


async def run(items, stages, size):
    queues = [asyncio.Queue(size) for _ in range(len(stages) + 1)]

    async def feed():
        for item in items:
            await queues[0].put(item)
        await queues[0].put(END)

    def worker(call, source, target):
        async def work():
            while (item := await source.get()) is not END:
                await target.put(await call(item))
            await target.put(END)

        return work()

    async def collect():
        results = []
        while (item := await queues[-1].get()) is not END:
            results.append(item)
        return results

    tasks = []
    for stage, source, target in zip(stages, queues, queues[1:]):
        tasks.append(asyncio.create_task(worker(lambda item: stage(item), source, target)))
    tasks += [asyncio.create_task(feed()), asyncio.create_task(collect())]
    try:
        return (await asyncio.gather(*tasks))[-1]
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
