"""A weather office asks its stations, draws the map and prints it, every morning.

The idea here: all coroutines share one thread.  A slow plain call in one of them
keeps everybody waiting, unless it is made on a thread of its own.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

Page = TypeVar("Page")
Report = TypeVar("Report")


async def build_report(
    urls: list[str],
    fetch: Callable[[str], Awaitable[Page]],
    render: Callable[[list[Page]], Report],
    save: Callable[[Report], object],
) -> int:
    """Fetch all of *urls* at once, render their pages, save the report.

    Gives the number of pages when the report is saved.  `fetch` is async, `render`
    and `save` are plain and slow; nothing here stops the event loop.
    """
    # What is async needs no thread, only company; what is plain and slow would hold
    # up the loop's one thread, so each of the two gets another one.
    pages = await asyncio.gather(*map(fetch, urls), return_exceptions=True)
    for page in pages:
        if isinstance(page, BaseException):
            raise page
    report = await asyncio.to_thread(render, pages)
    await asyncio.to_thread(save, report)
    return len(pages)
