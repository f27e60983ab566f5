# race: a second cancellation that comes while the jobs wind down ends the waiting, the jobs are still running then
import asyncio


async def all_or_nothing(jobs):
    tasks = [asyncio.create_task(job()) for job in jobs]
    if not tasks:
        return []
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)
        for task in tasks:
            if not task.cancelled():
                task.exception()
    for task in done:
        if task.exception() is not None:
            raise task.exception()
    return [task.result() for task in tasks]
