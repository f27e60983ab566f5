# leak: when two fetches fail at the same moment only the first exception is retrieved, the other task's is never looked at
import asyncio


async def crawl(start, fetch_links, limit):
    seen = {start}
    todo = [start]
    running = set()
    try:
        while todo or running:
            while todo and len(running) < limit:
                running.add(asyncio.create_task(fetch_links(todo.pop())))
            done, running = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                for link in task.result():
                    if link not in seen:
                        seen.add(link)
                        todo.append(link)
    finally:
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
    return seen
