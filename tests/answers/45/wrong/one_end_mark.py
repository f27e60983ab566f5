# deadlock: one None for several workers, all but one of them go on waiting
import asyncio


async def crawl(start, fetch_links, limit):
    seen = {start}
    queue = asyncio.Queue()
    queue.put_nowait(start)
    open_pages = 1
    errors = []

    async def worker():
        nonlocal open_pages
        while True:
            page = await queue.get()
            if page is None:
                return
            try:
                if not errors:
                    for link in await fetch_links(page):
                        if link not in seen:
                            seen.add(link)
                            open_pages += 1
                            queue.put_nowait(link)
            except Exception as error:
                errors.append(error)
            open_pages -= 1
            if open_pages == 0:
                queue.put_nowait(None)

    await asyncio.gather(*(worker() for _ in range(limit)))
    if errors:
        raise errors[0]
    return seen
