# leak: shield() saves work from the deadline, it goes on after the default has been returned
import asyncio


async def with_deadline(work, seconds, default, cleanup):
    task = asyncio.ensure_future(work())
    try:
        return await asyncio.wait_for(asyncio.shield(task), seconds)
    except asyncio.TimeoutError:
        if task.done():
            raise
        return default
    finally:
        await cleanup()
