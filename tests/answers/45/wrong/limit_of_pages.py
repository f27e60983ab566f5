# wrong-result: `limit` is taken for the number of pages to visit, the crawl stops when it has that many
import asyncio


async def crawl(start, fetch_links, limit):
    seen = {start}
    level = [start]
    permits = asyncio.Semaphore(limit)

    async def visit(page):
        async with permits:
            return await fetch_links(page)

    while level and len(seen) < limit:
        answers = await asyncio.gather(*map(visit, level), return_exceptions=True)
        level = []
        for answer in answers:
            if isinstance(answer, BaseException):
                raise answer
            for link in answer:
                if link not in seen:
                    seen.add(link)
                    level.append(link)
    return seen
