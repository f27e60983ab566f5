# leak: a second job that fails while it is being cancelled is waited for, but its exception is never retrieved
import asyncio


async def _end(tasks):
    for task in tasks:
        task.cancel()
    cancelled = False
    while alive := [task for task in tasks if not task.done()]:
        try:
            await asyncio.wait(alive)
        except asyncio.CancelledError:
            cancelled = True
    if cancelled:
        raise asyncio.CancelledError


async def all_or_nothing(jobs):
    tasks = [asyncio.create_task(job()) for job in jobs]
    if not tasks:
        return []
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    finally:
        await _end(tasks)
    for task in done:
        if task.exception() is not None:
            raise task.exception()
    return [task.result() for task in tasks]
