# deadlock: the stage notes BaseException and carries on, so it also eats the cancellation that was to end it, and is waited for for ever
import asyncio

END = object()


async def run(items, stages, size):
    queues = [asyncio.Queue(maxsize=size) for _ in range(len(stages) + 1)]
    failed = asyncio.get_running_loop().create_future()

    async def feed():
        for item in items:
            await queues[0].put(item)
        await queues[0].put(END)

    async def work(i):
        item = None
        while item is not END:
            try:
                item = await queues[i].get()
                await queues[i + 1].put(item if item is END else await stages[i](item))
            except BaseException as error:
                if not failed.done():
                    failed.set_result(error)

    async def collect():
        results = []
        while (item := await queues[-1].get()) is not END:
            results.append(item)
        return results

    last = asyncio.create_task(collect())
    tasks = [asyncio.create_task(work(i)) for i in range(len(stages))]
    tasks += [asyncio.create_task(feed()), last]
    try:
        await asyncio.wait([last, failed], return_when=asyncio.FIRST_COMPLETED)
        if failed.done():
            raise failed.result()
        return last.result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
