# leak: the timer is not stopped when work is in time, the callback stays behind and cancels the caller's task later on
import asyncio


async def with_deadline(work, seconds, default, cleanup):
    me = asyncio.current_task()
    task = asyncio.create_task(work())
    late = False

    def expire():
        nonlocal late
        late = True
        me.cancel()

    asyncio.get_running_loop().call_later(seconds, expire)
    try:
        await asyncio.wait({task})
        return task.result()
    except asyncio.CancelledError:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        if late:
            return default
        raise
    finally:
        await cleanup()
