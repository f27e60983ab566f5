# wrong-result: an exception of cleanup is suppressed and never reaches the caller
import asyncio
import contextlib


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
            with contextlib.suppress(Exception):
                await cleanup()
