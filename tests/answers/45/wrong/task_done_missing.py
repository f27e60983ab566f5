# deadlock: task_done() is never called, queue.join() waits for ever
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
