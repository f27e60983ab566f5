# leak: the others are cancelled but not awaited, they are still ending when the failure is raised
import asyncio


async def all_or_nothing(jobs):
    tasks = [asyncio.create_task(job()) for job in jobs]
    try:
        return list(await asyncio.gather(*tasks))
    except BaseException:
        for task in tasks:
            task.cancel()
        raise
