# right: as_completed meets the first failure first; the results are read from the tasks, in their order
import asyncio


async def _end(tasks):
    for task in tasks:
        task.cancel()
    # waits for every one of them, also when it is cancelled itself
    await asyncio.gather(*tasks, return_exceptions=True)


async def all_or_nothing(jobs):
    tasks = tuple(map(asyncio.create_task, (job() for job in jobs)))
    try:
        for next_one in asyncio.as_completed(tasks):
            await next_one
    except BaseException:
        await _end(tasks)
        raise
    return [task.result() for task in tasks]
