# serial: a worker that finds the queue empty leaves; only the one with the start page is left to do everything
import asyncio


async def crawl(start, fetch_links, limit):
    seen = {start}
    queue = asyncio.Queue()
    queue.put_nowait(start)

    async def worker():
        while not queue.empty():
            page = queue.get_nowait()
            for link in await fetch_links(page):
                if link not in seen:
                    seen.add(link)
                    queue.put_nowait(link)

    outcomes = await asyncio.gather(*(worker() for _ in range(limit)), return_exceptions=True)
    for outcome in outcomes:
        if outcome is not None:
            raise outcome
    return seen
