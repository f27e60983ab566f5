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
    # TODO: who can go on while a station is asked, a map is drawn or printed?
    pages = [await fetch(url) for url in urls]
    report = render(pages)
    save(report)
    return len(pages)
