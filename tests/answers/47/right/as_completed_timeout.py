# right: as_completed with its own timeout; afterwards only the task is asked what happened, an asynccontextmanager sees to the end
import asyncio
from contextlib import asynccontextmanager


@asynccontextmanager
async def running(work, cleanup):
    task = asyncio.create_task(work())
    try:
        yield task
    finally:
        try:
            task.cancel()  # does nothing when it has ended
            await asyncio.gather(task, return_exceptions=True)
        finally:
            await cleanup()


async def with_deadline(work, seconds, default, cleanup):
    async with running(work, cleanup) as task:
        for first in asyncio.as_completed([task], timeout=seconds):
            try:
                await first
            except Exception:
                pass  # either the time-out, or work's own error, which the task gives us again below
        if not task.done():
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            if task.cancelled():
                return default
        return task.result()
