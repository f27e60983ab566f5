# leak: cleanup becomes a task that nobody waits for
import asyncio


async def with_deadline(work, seconds, default, cleanup):
    task = asyncio.create_task(work())
    try:
        await asyncio.wait({task}, timeout=seconds)
        if task.done():
            return task.result()
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
            asyncio.create_task(cleanup())
