# deadlock: acquire() and release() without finally; an error keeps its permit and the others of the level wait for ever
import asyncio


async def crawl(start, fetch_links, limit):
    permits = asyncio.Semaphore(limit)

    async def visit(page):
        await permits.acquire()
        links = await fetch_links(page)
        permits.release()
        return set(links)

    seen = set()
    level = {start}
    while level:
        seen |= level
        answers = await asyncio.gather(*(visit(page) for page in level), return_exceptions=True)
        for answer in answers:
            if isinstance(answer, BaseException):
                raise answer
        level = set().union(*answers) - seen
    return seen
