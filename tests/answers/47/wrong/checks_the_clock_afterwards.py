# late: awaits work to its end and compares the time afterwards, nothing is ever cancelled at the deadline
import asyncio


async def with_deadline(work, seconds, default, cleanup):
    loop = asyncio.get_running_loop()
    start = loop.time()
    try:
        result = await work()
        if loop.time() - start > seconds:
            return default
        return result
    finally:
        await cleanup()
