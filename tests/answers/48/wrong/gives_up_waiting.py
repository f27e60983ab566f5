# leak: waits at most half a second for the cancelled jobs; one that takes longer to clean up is left behind
import asyncio


async def all_or_nothing(jobs):
    tasks = [asyncio.create_task(job()) for job in jobs]
    try:
        return list(await asyncio.gather(*tasks))
    finally:
        pending = [task for task in tasks if not task.done()]
        for task in pending:
            task.cancel()
        if pending:
            await asyncio.wait(pending, timeout=0.5)
        for task in tasks:
            if task.done() and not task.cancelled():
                task.exception()
