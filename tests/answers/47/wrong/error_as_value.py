# wrong-result: gather(return_exceptions=True) hands work's exception out as if it were its result
import asyncio


async def with_deadline(work, seconds, default, cleanup):
    task = asyncio.create_task(work())
    timer = asyncio.get_running_loop().call_later(seconds, task.cancel)
    try:
        result, = await asyncio.gather(task, return_exceptions=True)
        if isinstance(result, asyncio.CancelledError):
            return default
        return result
    finally:
        timer.cancel()
        await cleanup()
