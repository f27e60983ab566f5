# wrong-result: the tasks are not kept, so there is nothing to return (None)
import asyncio


async def all_or_nothing(jobs):
    async with asyncio.TaskGroup() as group:
        for job in jobs:
            group.create_task(job())
