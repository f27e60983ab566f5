# late: a worker believes there is nothing left when the queue stays empty for a second; the crawl ends a second after its last page
import asyncio


async def crawl(start, fetch_links, limit):
    seen = {start}
    queue = asyncio.Queue()
    queue.put_nowait(start)

    async def worker():
        while True:
            try:
                page = await asyncio.wait_for(queue.get(), timeout=1)
            except asyncio.TimeoutError:
                return
            for link in await fetch_links(page):
                if link not in seen:
                    seen.add(link)
                    queue.put_nowait(link)

    outcomes = await asyncio.gather(*(worker() for _ in range(limit)), return_exceptions=True)
    for outcome in outcomes:
        if outcome is not None:
            raise outcome
    return seen
