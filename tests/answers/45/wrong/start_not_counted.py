# wrong-result: only pages found as links are in the answer, the start page is missing unless somebody links to it
import asyncio


async def crawl(start, fetch_links, limit):
    permits = asyncio.Semaphore(limit)
    found = set()
    fetched = set()

    async def visit(page):
        async with permits:
            return await fetch_links(page)

    level = {start}
    while level:
        fetched |= level
        answers = await asyncio.gather(*map(visit, level), return_exceptions=True)
        for answer in answers:
            if isinstance(answer, BaseException):
                raise answer
            found.update(answer)
        level = found - fetched
    return found
