# leak: cleanup is shielded, but a cancellation during it goes out at once and cleanup still runs after that
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
        try:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
        finally:
            await asyncio.shield(cleanup())
