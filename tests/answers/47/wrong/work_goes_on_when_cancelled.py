# leak: asyncio.wait does not cancel what it waits for, so a cancellation from outside leaves work running
import asyncio


async def with_deadline(work, seconds, default, cleanup):
    task = asyncio.create_task(work())
    try:
        done, pending = await asyncio.wait({task}, timeout=seconds)
        if pending:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            if task.cancelled():
                return default
        return task.result()
    finally:
        await cleanup()
