# race: the results are collected as the jobs end, not in the order of the jobs
import asyncio


async def all_or_nothing(jobs):
    results = []

    async def keep(job):
        results.append(await job())

    async with asyncio.TaskGroup() as group:
        for job in jobs:
            group.create_task(keep(job))
    return results
