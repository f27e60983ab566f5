# right: TaskGroup on 3.11+, a few lines of our own on 3.10; the stages are closures made from the back to the front
import asyncio


async def _all_or_error(coroutines):
    if hasattr(asyncio, "TaskGroup"):
        try:
            async with asyncio.TaskGroup() as group:
                for coroutine in coroutines:
                    group.create_task(coroutine)
        except Exception as group_error:
            raise group_error.exceptions[0] from None
        return
    tasks = [asyncio.create_task(coroutine) for coroutine in coroutines]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    for task in done:
        task.result()


async def run(items, stages, size):
    results = []
    end = ["end"]  # compared by identity

    async def collect(value):
        if value is not end:
            results.append(value)

    async def carry(get, stage, send):
        value = None
        while value is not end:
            value = await get()
            await send(value if value is end else await stage(value))

    async def pour(send):
        for item in items:
            await send(item)
        await send(end)

    workers = []
    send = collect
    for stage in reversed(stages):
        queue = asyncio.Queue(size)
        workers.append(carry(queue.get, stage, send))
        send = queue.put
    workers.append(pour(send))
    await _all_or_error(workers)
    return results
