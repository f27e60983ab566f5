# wrong-result: the failure is replaced by a RuntimeError, the caller cannot catch what the job raised
import asyncio


async def all_or_nothing(jobs):
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(job()) for job in jobs]
    except* Exception as errors:
        raise RuntimeError("a job has failed") from errors
    return [task.result() for task in tasks]
