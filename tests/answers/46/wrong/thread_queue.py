# deadlock: queue.Queue of the threads' world, its blocking get() stops the event loop and nobody can ever put
import asyncio
import queue

END = object()


async def run(items, stages, size):
    queues = [queue.Queue(size) for _ in range(len(stages) + 1)]

    async def feed():
        for item in items:
            queues[0].put(item)
        queues[0].put(END)

    async def work(i):
        while (item := queues[i].get()) is not END:
            queues[i + 1].put(await stages[i](item))
        queues[i + 1].put(END)

    async def collect():
        results = []
        while (item := queues[-1].get()) is not END:
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
