# wrong-result: work is cancelled but not waited for, cleanup begins while work has not ended yet
import asyncio


async def with_deadline(work, seconds, default, cleanup):
    task = asyncio.create_task(work())
    try:
        done, pending = await asyncio.wait({task}, timeout=seconds)
        if pending:
            return default
        return task.result()
    finally:
        task.cancel()
        await cleanup()
        await asyncio.gather(task, return_exceptions=True)
