# crash: the results are read inside the `async with`, before the jobs have run (InvalidStateError)
import asyncio


async def all_or_nothing(jobs):
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(job()) for job in jobs]
        return [task.result() for task in tasks]
