# race: a second cancellation that comes while the cancelled work winds down interrupts the finally block, cleanup is skipped
import asyncio


async def with_deadline(work, seconds, default, cleanup):
    task = asyncio.create_task(work())
    try:
        await asyncio.wait({task}, timeout=seconds)
        if not task.done():
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            if task.cancelled():
                return default
        return task.result()
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await cleanup()
