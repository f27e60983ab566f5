# right: `limit` worker tasks and an asyncio.Queue; queue.join() is raced against the workers, all are cancelled and awaited at the end
import asyncio


async def crawl(start, fetch_links, limit):
    seen = {start}
    queue = asyncio.Queue()
    queue.put_nowait(start)

    async def worker():
        while True:
            page = await queue.get()
            try:
                for link in await fetch_links(page):
                    if link not in seen:
                        seen.add(link)
                        queue.put_nowait(link)
            finally:
                queue.task_done()

    workers = [asyncio.create_task(worker()) for _ in range(limit)]
    everything = asyncio.create_task(queue.join())
    tasks = [everything, *workers]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        failed = [w for w in workers if w.done()]
    finally:
        for task in tasks:
            task.cancel()
        # gather waits until all have ended, even when we are cancelled
        await asyncio.gather(*tasks, return_exceptions=True)
    for w in failed:
        w.result()
    return seen
