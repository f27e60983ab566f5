# right: asyncio.wait with a timeout; a helper cancels the task and comes back only when it is over, however often it is disturbed
import asyncio


async def _end(task):
    """Cancel `task`, wait until it is over; True when we were cancelled ourselves meanwhile."""
    disturbed = False
    task.cancel()
    while not task.done():
        try:
            await asyncio.wait({task})
        except asyncio.CancelledError:
            disturbed = True
            task.cancel()
    if not task.cancelled():
        task.exception()  # somebody has looked at it now
    return disturbed


async def with_deadline(work, seconds, default, cleanup):
    task = asyncio.create_task(work())
    try:
        try:
            await asyncio.wait({task}, timeout=seconds)
        except asyncio.CancelledError:
            await _end(task)
            raise
        if task.done():
            return task.result()
        if await _end(task):
            raise asyncio.CancelledError()
        if task.cancelled() or task.exception() is None:
            return default
        raise task.exception()
    finally:
        await cleanup()
