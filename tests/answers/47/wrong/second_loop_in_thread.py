# wrong-tool: work is run by asyncio.run in a thread, on another event loop than the caller's
import asyncio


async def with_deadline(work, seconds, default, cleanup):
    async def bounded():
        task = asyncio.create_task(work())
        await asyncio.wait({task}, timeout=seconds)
        if not task.done():
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            if task.cancelled():
                return default
        return task.result()

    try:
        return await asyncio.to_thread(asyncio.run, bounded())
    finally:
        await cleanup()
