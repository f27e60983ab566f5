# right: endless stage tasks; the feeder joins queue after queue with task_done, and races against a failing stage
import asyncio


async def run(items, stages, size):
    if not stages:
        return list(items)
    queues = [asyncio.Queue(maxsize=size) for _ in stages]
    results = []

    async def serve(i):
        while True:
            item = await queues[i].get()
            value = await stages[i](item)
            if i + 1 < len(queues):
                await queues[i + 1].put(value)
            else:
                results.append(value)
            queues[i].task_done()

    async def feed():
        for item in items:
            await queues[0].put(item)
        for queue in queues:
            await queue.join()

    servers = [asyncio.create_task(serve(i)) for i in range(len(stages))]
    feeder = asyncio.create_task(feed())
    everybody = [feeder] + servers
    try:
        # a server never ends but by an error, the feeder ends when all is done
        await asyncio.wait(everybody, return_when=asyncio.FIRST_COMPLETED)
        broken = [task for task in everybody if task.done() and task.exception()]
    finally:
        for task in everybody:
            task.cancel()
        await asyncio.gather(*everybody, return_exceptions=True)
    if broken:
        raise broken[0].exception()
    return results
