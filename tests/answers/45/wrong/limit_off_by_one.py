# too-parallel: "<= limit" lets one fetch more in than allowed
import asyncio
from collections import deque


async def crawl(start, fetch_links, limit):
    seen = {start}
    todo = deque([start])
    running = set()
    try:
        while todo or running:
            while todo and len(running) <= limit:
                running.add(asyncio.create_task(fetch_links(todo.popleft())))
            done, running = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
            failed = [task.exception() for task in done if task.exception()]
            if failed:
                raise failed[0]
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
