# wrong-result: the loop stops as soon as the queue is empty though fetches still run; what they find is never fetched
import asyncio


async def crawl(start, fetch_links, limit):
    permits = asyncio.Semaphore(limit)
    queue = asyncio.Queue()
    queue.put_nowait(start)
    seen = {start}

    async def visit(page):
        async with permits:
            links = await fetch_links(page)
        for link in links:
            if link not in seen:
                seen.add(link)
                queue.put_nowait(link)

    tasks = []
    while not queue.empty():
        tasks.append(asyncio.create_task(visit(queue.get_nowait())))
    for outcome in await asyncio.gather(*tasks, return_exceptions=True):
        if outcome is not None:
            raise outcome
    return seen
