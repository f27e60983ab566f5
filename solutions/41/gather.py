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
    # With `return_exceptions`, `gather` waits for all of them, whatever happens.
    # Without, it would raise at once and leave the others on their way.
    pages = await asyncio.gather(*map(fetch, urls), return_exceptions=True)
    for page in pages:
        if isinstance(page, BaseException):
            raise page
    return pages


async def fetch_some(
    urls: list[str], fetch: Callable[[str], Awaitable[T]]
) -> dict[str, T | Exception]:
    """Await `fetch(url)` for all of *urls* at once; what each URL came to.

    That is its page, or the exception that `fetch` has raised for it.
    """
    pages = await asyncio.gather(*map(fetch, urls), return_exceptions=True)
    return dict(zip(urls, pages, strict=True))
