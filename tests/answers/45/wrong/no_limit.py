# too-parallel: every page found is fetched at once, `limit` is never used
import asyncio


async def crawl(start, fetch_links, limit):
    seen = {start}
    running = {asyncio.ensure_future(fetch_links(start))}
    try:
        while running:
            done, running = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
            failed = [task.exception() for task in done if task.exception()]
            if failed:
                raise failed[0]
            for task in done:
                for link in task.result():
                    if link not in seen:
                        seen.add(link)
                        running.add(asyncio.ensure_future(fetch_links(link)))
    finally:
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
    return seen
