# wrong-result: no finally, cleanup is skipped when work raises or when the call is cancelled
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
        await asyncio.gather(task, return_exceptions=True)
    finally:
        timer.cancel()
    if late and task.cancelled():
        result = default
    else:
        result = task.result()
    await cleanup()
    return result
