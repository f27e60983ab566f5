# wrong-result: when it is late cleanup is awaited twice, in the branch and again in finally
import asyncio


async def with_deadline(work, seconds, default, cleanup):
    task = asyncio.create_task(work())
    try:
        done, _ = await asyncio.wait({task}, timeout=seconds)
        if task in done:
            return task.result()
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await cleanup()
        if not task.cancelled() and task.exception():
            raise task.exception()
        return default
    finally:
        try:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
        finally:
            await cleanup()
