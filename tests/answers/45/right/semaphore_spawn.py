# right: a task for each page, a Semaphore around the fetch alone, an Event when the last task has gone
import asyncio


class _Crawler:
    def __init__(self, fetch_links, limit):
        self._fetch_links = fetch_links
        self._permits = asyncio.Semaphore(limit)
        self._idle = asyncio.Event()
        self._tasks = set()
        self._error = None
        self._closing = False
        self.pages = set()

    def visit(self, page):
        if page in self.pages or self._closing:
            return
        self.pages.add(page)
        task = asyncio.ensure_future(self._visit(page))
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    async def _visit(self, page):
        async with self._permits:
            links = await self._fetch_links(page)
        for link in links:
            self.visit(link)

    def _ended(self, task):
        self._tasks.discard(task)
        if not task.cancelled() and task.exception() is not None:
            self._error = self._error or task.exception()
            self._cancel()
        if not self._tasks:
            self._idle.set()

    def _cancel(self):
        self._closing = True
        for task in self._tasks:
            task.cancel()

    async def finish(self):
        try:
            await self._idle.wait()
        except asyncio.CancelledError:
            self._cancel()
            while not self._idle.is_set():
                try:
                    await self._idle.wait()
                except asyncio.CancelledError:
                    self._cancel()
            raise
        if self._error is not None:
            raise self._error


async def crawl(start, fetch_links, limit):
    crawler = _Crawler(fetch_links, limit)
    crawler.visit(start)
    await crawler.finish()
    return crawler.pages
