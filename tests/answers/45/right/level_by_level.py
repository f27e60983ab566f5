# right: breadth first, all pages of a level at once under one Semaphore, the next level when the level is complete
import asyncio


async def crawl(start, fetch_links, limit):
    gate = asyncio.Semaphore(limit)

    async def links_of(page):
        async with gate:
            return set(await fetch_links(page))

    visited = set()
    level = {start}
    while level:
        visited |= level
        answers = await asyncio.gather(*map(links_of, level), return_exceptions=True)
        for answer in answers:
            if isinstance(answer, BaseException):
                raise answer
        level = set().union(*answers) - visited
    return visited
