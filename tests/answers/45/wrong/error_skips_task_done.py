# deadlock: a fetch that raises ends its worker before task_done(), queue.join() never comes back and the error is never seen
import asyncio


async def crawl(start, fetch_links, limit):
    seen = {start}
    queue = asyncio.Queue()
    await queue.put(start)

    async def worker():
        while True:
            page = await queue.get()
            for link in await fetch_links(page):
                if link not in seen:
                    seen.add(link)
                    await queue.put(link)
            queue.task_done()

    workers = [asyncio.create_task(worker()) for _ in range(limit)]
    try:
        await queue.join()
    finally:
        for w in workers:
            w.cancel()
        outcomes = await asyncio.gather(*workers, return_exceptions=True)
    for outcome in outcomes:
        if isinstance(outcome, Exception):
            raise outcome
    return seen
