# right: a small group class of our own: callbacks count down, keep every error and wake one Future; all errors are raised in an ExceptionGroup
import asyncio


class _Group:
    def __init__(self, coros):
        loop = asyncio.get_running_loop()
        self._over = loop.create_future()
        self.errors = []
        self.tasks = [loop.create_task(coro) for coro in coros]
        self._left = len(self.tasks)
        for task in self.tasks:
            task.add_done_callback(self._ended)
        if not self.tasks:
            self._over.set_result(None)

    def cancel(self):
        for task in self.tasks:
            task.cancel()

    def _ended(self, task):
        self._left -= 1
        if not task.cancelled() and (error := task.exception()):
            self.errors.append(error)
            if len(self.errors) == 1:
                self.cancel()
        if not self._left and not self._over.done():
            self._over.set_result(None)

    async def wait(self):
        cancelled = None
        while True:
            try:
                await asyncio.shield(self._over)
                break
            except asyncio.CancelledError as stop:
                cancelled = stop
                self.cancel()
        if cancelled is not None:
            raise cancelled


async def all_or_nothing(jobs):
    group = _Group(job() for job in jobs)
    await group.wait()
    if group.errors:
        raise ExceptionGroup(f"{len(group.errors)} of {len(group.tasks)} jobs failed", group.errors)
    return [task.result() for task in group.tasks]
