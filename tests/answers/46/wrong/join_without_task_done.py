# deadlock: the last queue's join() waits for task_done(), which the last stage forgets
import asyncio


async def run(items, stages, size):
    if not stages:
        return list(items)
    queues = [asyncio.Queue(size) for _ in stages]
    results = []

    async def work(i):
        while True:
            value = await stages[i](await queues[i].get())
            if i == len(stages) - 1:
                results.append(value)
                continue
            await queues[i + 1].put(value)
            queues[i].task_done()

    async def feed():
        for item in items:
            await queues[0].put(item)
        for queue in queues:
            await queue.join()

    tasks = [asyncio.create_task(work(i)) for i in range(len(stages))]
    tasks.append(asyncio.create_task(feed()))
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return results
