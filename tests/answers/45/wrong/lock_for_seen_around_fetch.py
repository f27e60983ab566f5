# serial: the lock meant for `seen` is held during the fetch, so only one fetch runs at a time
import asyncio


async def crawl(start, fetch_links, limit):
    permits = asyncio.Semaphore(limit)
    lock = asyncio.Lock()
    seen = set()

    async def visit(page):
        async with permits, lock:
            if page in seen:
                return []
            seen.add(page)
            return list(await fetch_links(page))

    level = [start]
    while level:
        answers = await asyncio.gather(*map(visit, level), return_exceptions=True)
        for answer in answers:
            if isinstance(answer, BaseException):
                raise answer
        level = list({link for links in answers for link in links} - seen)
    return seen
