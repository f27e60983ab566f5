# late: looks every 50 ms whether the stages have ended instead of waiting for them
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
        while not all(task.done() for task in tasks):
            if any(task.done() and task.exception() for task in tasks):
                break
            await asyncio.sleep(0.05)
        for task in tasks:
            if task.done():
                task.result()
        return tasks[-1].result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
