# wrong-result: results that are None are left out of the list
import asyncio


async def all_or_nothing(jobs):
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(job()) for job in jobs]
    return [value for task in tasks if (value := task.result()) is not None]
