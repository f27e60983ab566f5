# race: a deadline that passes while the cancelled work still winds down makes the cancellation from outside look like lateness
import asyncio


async def with_deadline(work, seconds, default, cleanup):
    late = False

    def expire():
        nonlocal late
        late = True
        task.cancel()

    task = asyncio.create_task(work())
    timer = asyncio.get_running_loop().call_later(seconds, expire)
    try:
        return await task
    except asyncio.CancelledError:
        if late:
            return default
        raise
    finally:
        timer.cancel()
        await cleanup()
