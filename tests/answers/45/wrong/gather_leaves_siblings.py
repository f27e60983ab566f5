# leak: plain gather raises the first error at once, the other fetches of the level go on behind the caller's back
import asyncio


async def crawl(start, fetch_links, limit):
    permits = asyncio.Semaphore(limit)

    async def visit(page):
        async with permits:
            return set(await fetch_links(page))

    seen = set()
    level = {start}
    while level:
        seen |= level
        answers = await asyncio.gather(*(visit(page) for page in level))
        level = set().union(*answers) - seen
    return seen
