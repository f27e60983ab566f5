# right: workers count open pages; who closes the last one puts an end mark, and each worker passes the mark on
import asyncio
from dataclasses import dataclass, field

END = object()


@dataclass
class Site:
    fetch_links: object
    queue: asyncio.Queue = field(default_factory=asyncio.Queue)
    seen: set = field(default_factory=set)
    open_pages: int = 0
    error: object = None

    def add(self, page):
        if page not in self.seen:
            self.seen.add(page)
            self.open_pages += 1
            self.queue.put_nowait(page)

    async def work(self):
        while (page := await self.queue.get()) is not END:
            if self.error is None:
                try:
                    for link in await self.fetch_links(page):
                        self.add(link)
                except Exception as error:
                    self.error = self.error or error
            self.open_pages -= 1
            if not self.open_pages:
                break
        self.queue.put_nowait(END)


async def crawl(start, fetch_links, limit):
    site = Site(fetch_links)
    site.add(start)
    crew = [asyncio.ensure_future(site.work()) for _ in range(limit)]
    await asyncio.gather(*crew, return_exceptions=True)
    for member in crew:
        member.result()
    if site.error is not None:
        raise site.error
    return site.seen
