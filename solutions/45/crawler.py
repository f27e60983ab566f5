"""A cave, a few lamps, and a map that grows with every chamber.

The idea here: a task that has found something new makes new tasks.  Somebody has to
know which chambers are on the map already, and when the last explorer is back.
"""

import asyncio
from collections.abc import Awaitable, Callable


async def crawl(
    start: str, fetch_links: Callable[[str], Awaitable[list[str]]], limit: int
) -> set[str]:
    """Every page that can be reached from *start*, along with *start* itself.

    `await fetch_links(page)` gives the links of a page.  Each page is fetched once,
    and at most *limit* of them at any moment.
    """
    seen: set[str] = set()
    visits: list[asyncio.Task[None]] = []
    lamps = asyncio.Semaphore(limit)

    def found(page: str) -> None:
        # There is no `await` between looking and adding, so nobody comes in between.
        if page not in seen:
            seen.add(page)
            visits.append(asyncio.create_task(visit(page)))

    async def visit(page: str) -> None:
        async with lamps:
            links = await fetch_links(page)
        for link in links:
            found(link)

    found(start)
    try:
        # The list grows while the loop goes through it: a visit that has ended has
        # added all it found, so after the last one there is nothing left.
        for task in visits:
            await task
    finally:
        for task in visits:
            task.cancel()
        await asyncio.gather(*visits, return_exceptions=True)
    return seen
