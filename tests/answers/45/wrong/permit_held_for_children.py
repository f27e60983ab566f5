# deadlock: the permit is kept while the page waits for its links' visits, which need permits themselves
import asyncio


async def crawl(start, fetch_links, limit):
    permits = asyncio.Semaphore(limit)
    seen = {start}

    async def visit(page):
        async with permits:
            fresh = []
            for link in await fetch_links(page):
                if link not in seen:
                    seen.add(link)
                    fresh.append(link)
            outcomes = await asyncio.gather(*map(visit, fresh), return_exceptions=True)
            for outcome in outcomes:
                if outcome is not None:
                    raise outcome

    await visit(start)
    return seen
