# right: one Future, the bell: rung by the task's done callback or by call_later, whichever comes first
import asyncio


class _Bell:
    def __init__(self, loop):
        self._future = loop.create_future()

    def ring(self, *_):
        if not self._future.done():
            self._future.set_result(None)

    async def heard(self):
        await self._future


async def with_deadline(work, seconds, default, cleanup):
    loop = asyncio.get_running_loop()
    task = loop.create_task(work())
    ended = _Bell(loop)
    first = _Bell(loop)
    task.add_done_callback(first.ring)
    task.add_done_callback(ended.ring)
    timer = loop.call_later(seconds, first.ring)
    interrupted = None
    try:
        await first.heard()
    except asyncio.CancelledError as stop:
        interrupted = stop
    timer.cancel()
    late = not task.done()
    while not task.done():
        task.cancel()
        try:
            await ended.heard()
        except asyncio.CancelledError as stop:
            interrupted = stop
            if not task.done():  # our cancellation has cancelled the bell too: hang up a new one
                ended = _Bell(loop)
                task.add_done_callback(ended.ring)
    try:
        if interrupted is not None:
            if not task.cancelled():
                task.exception()
            raise interrupted
        if late and task.cancelled():
            return default
        return task.result()
    finally:
        await cleanup()
