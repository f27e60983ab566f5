# wrong-result: a stage takes an empty queue for the end; the later ones leave before the first item has come
import asyncio

END = object()


async def run(items, stages, size):
    queues = [asyncio.Queue(size) for _ in range(len(stages) + 1)]

    async def feed():
        for item in items:
            await queues[0].put(item)
        await queues[0].put(END)

    async def work(i):
        while not queues[i].empty():
            item = queues[i].get_nowait()
            if item is END:
                break
            await queues[i + 1].put(await stages[i](item))
        await queues[i + 1].put(END)

    async def collect():
        results = []
        while (item := await queues[-1].get()) is not END:
            results.append(item)
        return results

    tasks = [asyncio.create_task(feed())]
    tasks += [asyncio.create_task(work(i)) for i in range(len(stages))]
    tasks.append(asyncio.create_task(collect()))
    everything = asyncio.gather(*tasks)
    try:
        await asyncio.wait([tasks[-1], everything], return_when=asyncio.FIRST_COMPLETED)
        if everything.done():
            everything.result()
        return tasks[-1].result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(everything, *tasks, return_exceptions=True)
