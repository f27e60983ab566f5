# wrong-result: the deadline covers cleanup as well: a slow cleanup after work in time is cut short and the value is lost
import asyncio


async def with_deadline(work, seconds, default, cleanup):
    async def all_of_it():
        try:
            return await work()
        finally:
            await cleanup()

    task = asyncio.create_task(all_of_it())
    late = False

    def expire():
        nonlocal late
        late = True
        task.cancel()

    timer = asyncio.get_running_loop().call_later(seconds, expire)
    try:
        await asyncio.gather(task, return_exceptions=True)
    finally:
        timer.cancel()
    if late and task.cancelled():
        return default
    return task.result()
