# right: plain gather; on the first error the other tasks are cancelled and waited for before it is raised
from __future__ import annotations

import asyncio
from typing import Awaitable, Callable, TypeVar

T = TypeVar("T")


async def fetch_all(urls: list[str], fetch: Callable[[str], Awaitable[T]]) -> list[T]:
    tasks = [asyncio.ensure_future(fetch(url)) for url in urls]
    try:
        return list(await asyncio.gather(*tasks))
    except BaseException:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        raise


async def fetch_some(urls: list[str], fetch: Callable[[str], Awaitable[T]]) -> dict[str, T | Exception]:
    async def safely(url: str) -> T | Exception:
        try:
            return await fetch(url)
        except Exception as error:
            return error

    unique = list(dict.fromkeys(urls))
    tasks = [asyncio.ensure_future(safely(url)) for url in unique]
    return dict(zip(unique, await asyncio.gather(*tasks)))
