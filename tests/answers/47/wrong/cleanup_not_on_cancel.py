# wrong-result: "except Exception" does not see CancelledError, so cleanup is skipped when the call is cancelled
import asyncio


async def with_deadline(work, seconds, default, cleanup):
    task = asyncio.create_task(work())
    try:
        await asyncio.wait([task], timeout=seconds)
        if task.done():
            result = task.result()
        else:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            result = default
    except Exception:
        await cleanup()
        raise
    except asyncio.CancelledError:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        raise
    await cleanup()
    return result
