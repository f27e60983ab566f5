# wrong-result: a TimeoutError that work raises itself is taken for the deadline, the default comes back instead of the error
import asyncio


async def with_deadline(work, seconds, default, cleanup):
    task = asyncio.create_task(work())
    try:
        done, pending = await asyncio.wait({task}, timeout=seconds)
        if pending:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            raise asyncio.TimeoutError
        return task.result()
    except (asyncio.TimeoutError, TimeoutError):
        return default
    finally:
        try:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
        finally:
            await cleanup()
