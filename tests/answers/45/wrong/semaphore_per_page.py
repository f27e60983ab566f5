# too-parallel: every visit makes a Semaphore of its own, which keeps nobody waiting
import asyncio


async def crawl(start, fetch_links, limit):
    seen = {start}

    async def visit(page):
        async with asyncio.Semaphore(limit):
            return await fetch_links(page)

    level = [start]
    while level:
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
