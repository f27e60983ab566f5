# late: looks every 50 ms whether work has ended instead of waiting for it
import asyncio


async def with_deadline(work, seconds, default, cleanup):
    loop = asyncio.get_running_loop()
    task = loop.create_task(work())
    end = loop.time() + seconds
    try:
        while not task.done() and loop.time() < end:
            await asyncio.sleep(0.05)
        if not task.done():
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            if task.cancelled():
                return default
        return task.result()
    finally:
        try:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
        finally:
            await cleanup()
