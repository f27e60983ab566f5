# right: asyncio.timeout where there is one (3.11+), else a small scope of our own; expired() tells lateness from work's own TimeoutError
import asyncio

if hasattr(asyncio, "timeout"):

    async def _bounded(work, seconds, default):
        scope = asyncio.timeout(seconds)
        try:
            async with scope:
                return await work()
        except asyncio.TimeoutError:
            if scope.expired():
                return default
            raise

else:

    async def _bounded(work, seconds, default):
        task = asyncio.create_task(work())
        cancelled = False
        expired = False
        timeout = seconds
        while not task.done():
            try:
                await asyncio.wait([task], timeout=timeout)
            except asyncio.CancelledError:
                cancelled = True
            else:
                expired = expired or not task.done()
            if not task.done():
                task.cancel()
                timeout = None
        if cancelled:
            if not task.cancelled():
                task.exception()
            raise asyncio.CancelledError
        if expired and task.cancelled():
            return default
        return task.result()


async def with_deadline(work, seconds, default, cleanup):
    try:
        return await _bounded(work, seconds, default)
    finally:
        await cleanup()
