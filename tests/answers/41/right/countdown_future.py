# right: done-callbacks count down and resolve one Future of the loop on which the caller waits
import asyncio


class Batch:
    """Starts one task for each url and tells when the last of them has ended."""

    def __init__(self, urls, fetch):
        self.urls = list(urls)
        self._left = len(self.urls)
        self._finished = asyncio.get_running_loop().create_future()
        self.tasks = [asyncio.create_task(fetch(url)) for url in self.urls]
        if not self.tasks:
            self._finished.set_result(None)
        for task in self.tasks:
            task.add_done_callback(self._one_done)

    def _one_done(self, task):
        if not task.cancelled():
            task.exception()
        self._left -= 1
        if self._left == 0 and not self._finished.done():
            self._finished.set_result(None)

    async def wait(self):
        try:
            await self._finished
        except asyncio.CancelledError:
            for task in self.tasks:
                task.cancel()
            await asyncio.gather(*self.tasks, return_exceptions=True)
            raise


async def fetch_all(urls, fetch):
    batch = Batch(urls, fetch)
    await batch.wait()
    errors = [task.exception() for task in batch.tasks]
    first = next((error for error in errors if error is not None), None)
    if first is not None:
        raise first
    return [task.result() for task in batch.tasks]


async def fetch_some(urls, fetch):
    batch = Batch(urls, fetch)
    await batch.wait()
    pages = {}
    for url, task in zip(batch.urls, batch.tasks):
        error = task.exception()
        pages[url] = task.result() if error is None else error
    return pages
