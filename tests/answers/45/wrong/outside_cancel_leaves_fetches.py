# leak: the clean-up only follows an Exception; when crawl itself is cancelled the fetches that run are left behind
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
            failed = [task for task in done if task.exception()]
            if failed:
                raise failed[0].exception()
            for task in done:
                for link in task.result():
                    if link not in seen:
                        seen.add(link)
                        todo.append(link)
    except Exception:
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
        raise
    return seen
