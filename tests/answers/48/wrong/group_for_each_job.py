# serial: the TaskGroup stands inside the loop, so each job is waited for before the next one begins
import asyncio


async def all_or_nothing(jobs):
    results = []
    for job in jobs:
        async with asyncio.TaskGroup() as group:
            task = group.create_task(job())
        results.append(task.result())
    return results
