# leak: after an error the other stages are cancelled but not awaited, they may still run when the error is raised
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
            await queues[i + 1].put(await stages[i](item))
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
