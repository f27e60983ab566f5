# wrong-result: a cancellation from outside is caught and answered with an empty list
import asyncio


async def all_or_nothing(jobs):
    tasks = []
    try:
        async with asyncio.TaskGroup() as group:
            for job in jobs:
                tasks.append(group.create_task(job()))
    except asyncio.CancelledError:
        return []
    return [task.result() for task in tasks]
