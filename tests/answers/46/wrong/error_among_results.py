# wrong-result: the exception travels on as if it were an item and ends up among the results
import asyncio

END = object()


async def run(items, stages, size):
    queues = [asyncio.Queue(size) for _ in range(len(stages) + 1)]

    async def feed():
        for item in items:
            await queues[0].put(item)
        await queues[0].put(END)

    async def work(i):
        while (item := await queues[i].get()) is not END:
            try:
                if not isinstance(item, Exception):
                    item = await stages[i](item)
            except Exception as error:
                item = error
            await queues[i + 1].put(item)
        await queues[i + 1].put(END)

    async def collect():
        results = []
        while (item := await queues[-1].get()) is not END:
            results.append(item)
        return results

    tasks = [asyncio.create_task(work(i)) for i in range(len(stages))]
    tasks += [asyncio.create_task(feed()), asyncio.create_task(collect())]
    try:
        return (await asyncio.gather(*tasks))[-1]
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
