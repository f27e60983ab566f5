# wrong-result: new links are picked first and marked afterwards, a link that stands twice on one page is fetched twice
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
            failed = [task.exception() for task in done if task.exception()]
            if failed:
                raise failed[0]
            for task in done:
                new = [link for link in task.result() if link not in seen]
                seen.update(new)
                todo += new
    finally:
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
    return seen
