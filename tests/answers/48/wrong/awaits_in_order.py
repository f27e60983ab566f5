# late: the tasks are awaited one by one, a failure of a later job is noticed only when the earlier ones have finished
import asyncio


async def all_or_nothing(jobs):
    tasks = [asyncio.create_task(job()) for job in jobs]
    results = []
    try:
        for task in tasks:
            results.append(await task)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return results
