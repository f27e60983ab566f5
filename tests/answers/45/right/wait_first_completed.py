# right: one coroutine keeps a frontier and a set of running tasks, refills up to the limit after each asyncio.wait
import asyncio
from collections import deque


async def crawl(start, fetch_links, limit):
    found = {start}
    frontier = deque(found)
    running = set()
    try:
        while frontier or running:
            while frontier and len(running) < limit:
                running.add(asyncio.ensure_future(fetch_links(frontier.popleft())))
            done, running = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
            failures = [t.exception() for t in done if t.exception()]
            if failures:
                raise failures[0]
            for task in done:
                for link in task.result():
                    if link not in found:
                        found.add(link)
                        frontier.append(link)
    except BaseException:
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
        raise
    return found
