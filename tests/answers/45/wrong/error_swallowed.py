# wrong-result: a page whose fetch raises is treated as a page without links, the error never reaches the caller
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
                try:
                    links = task.result()
                except Exception:
                    continue
                for link in links:
                    if link not in seen:
                        seen.add(link)
                        todo.append(link)
    finally:
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
    return seen
