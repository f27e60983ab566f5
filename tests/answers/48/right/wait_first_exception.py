# right: asyncio.wait with FIRST_EXCEPTION, finally cancels all and waits for all; no wait at all for an empty list
import asyncio


async def all_or_nothing(jobs):
    tasks = [asyncio.ensure_future(job()) for job in jobs]
    if not tasks:
        return []
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    for task in done:
        if task.exception() is not None:
            raise task.exception()
    return [task.result() for task in tasks]
