# wrong-result: `or default`, a result of None, 0 or "" is replaced
import asyncio


async def with_deadline(work, seconds, default, cleanup):
    task = asyncio.create_task(work())
    result = None
    try:
        await asyncio.wait({task}, timeout=seconds)
        if task.done():
            result = task.result()
        else:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            if not task.cancelled():
                result = task.result()
    finally:
        try:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
        finally:
            await cleanup()
    return result or default
