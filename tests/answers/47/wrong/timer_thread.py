# late: a threading.Timer cancels the task from its own thread; the sleeping loop is not woken and notices it much later (or never)
import asyncio
import threading


async def with_deadline(work, seconds, default, cleanup):
    task = asyncio.create_task(work())
    late = threading.Event()

    def expire():
        late.set()
        task.cancel()

    timer = threading.Timer(seconds, expire)
    timer.start()
    try:
        await asyncio.gather(task, return_exceptions=True)
        if late.is_set() and task.cancelled():
            return default
        return task.result()
    finally:
        timer.cancel()
        await cleanup()
