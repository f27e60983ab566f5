"""A class with pen friends in many towns, and a pile of cards to send.

The idea here: to await one card after the other is to wait for each town in turn.
`gather` has all of them on their way at once, and waits for all together.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def fetch_all(urls: list[str], fetch: Callable[[str], Awaitable[T]]) -> list[T]:
    """Await `fetch(url)` for all of *urls* at once; the pages, in the order of *urls*.

    When fetches raise, the first error is raised, after all of them have ended.
    """
    # TODO: how many cards are on their way at once?  And what does one failure do
    # to the other ones?
    return [await fetch(url) for url in urls]


async def fetch_some(
    urls: list[str], fetch: Callable[[str], Awaitable[T]]
) -> dict[str, T | Exception]:
    """Await `fetch(url)` for all of *urls* at once; what each URL came to.

    That is its page, or the exception that `fetch` has raised for it.
    """
    pages = await asyncio.gather(*map(fetch, urls))
    return dict(zip(urls, pages, strict=True))
