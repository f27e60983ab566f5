# wrong-result: "nothing" is taken literally, a failure gives [] instead of being raised
import asyncio


async def all_or_nothing(jobs):
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(job()) for job in jobs]
    except* Exception:
        tasks = []
    return [task.result() for task in tasks]
