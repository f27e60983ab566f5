# race: looks whether the page is known before the fetch and marks it after it; two who link to the same page both fetch it
import asyncio


async def crawl(start, fetch_links, limit):
    seen = set()
    queue = asyncio.Queue()
    queue.put_nowait(start)

    async def worker():
        while True:
            page = await queue.get()
            try:
                if page not in seen:
                    links = await fetch_links(page)
                    seen.add(page)
                    for link in links:
                        if link not in seen:
                            queue.put_nowait(link)
            finally:
                queue.task_done()

    tasks = [asyncio.create_task(worker()) for _ in range(limit)]
    tasks.append(asyncio.create_task(queue.join()))
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return seen
