# leak: asyncio.wait does not cancel what it waits for; a cancellation from outside leaves all jobs running
import asyncio


async def all_or_nothing(jobs):
    tasks = [asyncio.create_task(job()) for job in jobs]
    if not tasks:
        return []
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    for task in pending:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    for task in done:
        if task.exception():
            raise task.exception()
    return [task.result() for task in tasks]
