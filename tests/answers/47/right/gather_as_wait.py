# right: call_later cancels the task; gather(return_exceptions=True) waits for its end and remembers a cancellation from outside
import asyncio


async def with_deadline(work, seconds, default, cleanup):
    late = False

    def expire():
        nonlocal late
        late = True
        task.cancel()

    task = asyncio.ensure_future(work())
    timer = asyncio.get_running_loop().call_later(seconds, expire)
    try:
        # gather never comes back before the task has ended; when we are cancelled it passes that on to the
        # task, waits for it and raises CancelledError then.
        await asyncio.gather(task, return_exceptions=True)
        if late and task.cancelled():
            return default
        return task.result()
    finally:
        timer.cancel()
        await cleanup()
