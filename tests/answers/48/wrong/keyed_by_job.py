# wrong-result: the tasks are kept in a dict by job; the same function given twice gives only one result, twice
import asyncio


async def all_or_nothing(jobs):
    jobs = list(jobs)
    tasks = {}
    async with asyncio.TaskGroup() as group:
        for job in jobs:
            tasks[job] = group.create_task(job())
    return [tasks[job].result() for job in jobs]
