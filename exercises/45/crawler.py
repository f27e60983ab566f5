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
    # TODO: write this body.
    raise NotImplementedError("crawl is still to be written")
