# right: done callbacks put the tasks into a queue in the order they end; a context manager of ours sees to the rest
import asyncio
import contextlib


@contextlib.asynccontextmanager
async def _started(jobs):
    tasks = [asyncio.create_task(job()) for job in jobs]
    try:
        yield tasks
    finally:
        for task in tasks:
            if not task.done():
                task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def all_or_nothing(jobs):
    finished = asyncio.Queue()
    async with _started(jobs) as tasks:
        for task in tasks:
            task.add_done_callback(finished.put_nowait)
        for _ in range(len(tasks)):
            (await finished.get()).result()
    return [task.result() for task in tasks]
