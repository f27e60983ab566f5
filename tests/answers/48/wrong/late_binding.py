# wrong-result: the wrapper is a closure over the loop variables, every task runs the last job and fills the last place
import asyncio


async def all_or_nothing(jobs):
    jobs = list(jobs)
    results = [None] * len(jobs)
    async with asyncio.TaskGroup() as group:
        for place, job in enumerate(jobs):
            async def fill():
                results[place] = await job()

            group.create_task(fill())
    return results
