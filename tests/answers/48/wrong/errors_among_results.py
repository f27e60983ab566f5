# wrong-result: return_exceptions=True and nobody looks: the list holds exceptions, nothing is raised or cancelled
import asyncio


async def all_or_nothing(jobs):
    tasks = [asyncio.create_task(job()) for job in jobs]
    return await asyncio.gather(*tasks, return_exceptions=True)
