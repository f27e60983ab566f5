# leak: after queue.join() the workers are left waiting on the queue
import asyncio


async def crawl(start, fetch_links, limit):
    seen = {start}
    queue = asyncio.Queue()
    await queue.put(start)
    errors = []

    async def worker():
        while True:
            page = await queue.get()
            try:
                if not errors:
                    for link in await fetch_links(page):
                        if link not in seen:
                            seen.add(link)
                            queue.put_nowait(link)
            except Exception as error:
                errors.append(error)
            finally:
                queue.task_done()

    workers = [asyncio.create_task(worker()) for _ in range(limit)]
    await queue.join()
    if errors:
        raise errors[0]
    return seen
