# right: AsyncExitStack unwinds in the right order: first the task is ended, then cleanup is awaited
import asyncio
from contextlib import AsyncExitStack


async def _stop(task):
    # gather forwards our own cancellation to the task and still waits for its end
    if not task.done():
        task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def with_deadline(work, seconds, default, cleanup):
    async with AsyncExitStack() as stack:
        stack.push_async_callback(cleanup)
        task = asyncio.create_task(work())
        stack.push_async_callback(_stop, task)
        done, pending = await asyncio.wait([task], timeout=seconds)
        if pending:
            await _stop(task)
            if task.cancelled():
                return default
        return task.result()
