# right: asyncio.TaskGroup as it is, the failure comes in its ExceptionGroup
import asyncio


async def all_or_nothing(jobs):
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(job()) for job in jobs]
    return [task.result() for task in tasks]
