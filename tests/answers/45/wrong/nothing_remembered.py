# endless: every link is followed, known or not; two pages that link to each other are fetched for ever
import asyncio


async def crawl(start, fetch_links, limit):
    pages = set()
    todo = [start]
    running = set()
    try:
        while todo or running:
            while todo and len(running) < limit:
                page = todo.pop(0)
                pages.add(page)
                running.add(asyncio.create_task(fetch_links(page)))
            done, running = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
            failed = [task.exception() for task in done if task.exception()]
            if failed:
                raise failed[0]
            for task in done:
                todo.extend(task.result())
    finally:
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
    return pages
