# right: ending work and cleaning up run to their end even when cancellations rain in; the cancellation is raised afterwards
import asyncio


class _Deadline:
    def __init__(self, seconds, default):
        self.seconds = seconds
        self.default = default
        self.cancelled = False

    async def finish(self, task):
        """Wait for the task to its end; note, but do not obey, a cancellation."""
        while not task.done():
            try:
                await asyncio.wait({task})
            except asyncio.CancelledError:
                self.cancelled = True
        return task

    async def outcome(self, work):
        task = asyncio.ensure_future(work())
        try:
            await asyncio.wait({task}, timeout=self.seconds)
        except asyncio.CancelledError:
            self.cancelled = True
        late = not task.done()
        if late:
            task.cancel()
            await self.finish(task)
        return task, late

    async def run(self, work, cleanup):
        task, late = await self.outcome(work)
        mop = await self.finish(asyncio.ensure_future(cleanup()))
        error = None if task.cancelled() else task.exception()
        mop_error = None if mop.cancelled() else mop.exception()
        if self.cancelled:
            raise asyncio.CancelledError()
        if mop_error is not None:
            raise mop_error from error
        if error is not None:
            raise error
        if late:
            return self.default
        return task.result()


async def with_deadline(work, seconds, default, cleanup):
    return await _Deadline(seconds, default).run(work, cleanup)
