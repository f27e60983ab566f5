# deadlock: the workers loop for ever on queue.get() and gather waits for them, nobody says that there is nothing left
import asyncio


async def crawl(start, fetch_links, limit):
    seen = {start}
    queue = asyncio.Queue()
    queue.put_nowait(start)
    workers = []
    errors = []

    async def worker():
        while True:
            page = await queue.get()
            try:
                links = await fetch_links(page)
            except Exception as error:
                errors.append(error)
                for other in workers:
                    other.cancel()
                return
            for link in links:
                if link not in seen:
                    seen.add(link)
                    queue.put_nowait(link)

    workers.extend(asyncio.create_task(worker()) for _ in range(limit))
    await asyncio.gather(*workers, return_exceptions=True)
    if errors:
        raise errors[0]
    return seen
