# right: asyncio.TaskGroup where there is one (the error is unwrapped), a small nursery of the same shape on 3.10
import asyncio


class _Nursery:
    """As much of a TaskGroup as we need: the first error cancels the rest and is raised when all have ended."""

    def __init__(self):
        self._tasks = set()
        self._changed = asyncio.Event()
        self._error = None

    async def __aenter__(self):
        return self

    def create_task(self, coro):
        task = asyncio.get_running_loop().create_task(coro)
        self._tasks.add(task)
        task.add_done_callback(self._gone)
        if self._error is not None:
            task.cancel()
        return task

    def _gone(self, task):
        self._tasks.discard(task)
        if not task.cancelled() and task.exception() and self._error is None:
            self._error = task.exception()
            self._abort()
        if not self._tasks:
            self._changed.set()

    def _abort(self):
        for task in self._tasks:
            task.cancel()

    async def __aexit__(self, kind, value, trace):
        cancelled = False
        if kind is not None:
            self._abort()
        while self._tasks:
            self._changed.clear()
            try:
                await self._changed.wait()
            except asyncio.CancelledError:
                cancelled = True
                self._abort()
        if cancelled:
            raise asyncio.CancelledError
        if self._error is not None:
            raise self._error


async def crawl(start, fetch_links, limit):
    slots = asyncio.Semaphore(limit)
    pages = set()

    async def visit(page):
        async with slots:
            links = await fetch_links(page)
        for link in links:
            enter(link)

    def enter(page):
        if page not in pages:
            pages.add(page)
            group.create_task(visit(page))

    if hasattr(asyncio, "TaskGroup"):
        try:
            async with asyncio.TaskGroup() as group:
                enter(start)
        except Exception as several:  # an ExceptionGroup
            raise several.exceptions[0]
    else:
        async with _Nursery() as group:
            enter(start)
    return pages
