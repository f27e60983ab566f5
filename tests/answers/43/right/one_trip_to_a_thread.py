# right: render and save are one plain function that runs in a thread as a whole; failed fetches cancel the others
from __future__ import annotations

import asyncio
from typing import Any, Awaitable, Callable, Iterable


async def _collect(urls: Iterable[str], fetch: Callable[[str], Awaitable[Any]]) -> list[Any]:
    tasks = [asyncio.ensure_future(fetch(url)) for url in urls]
    try:
        return list(await asyncio.gather(*tasks))
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def build_report(
    urls: Iterable[str],
    fetch: Callable[[str], Awaitable[Any]],
    render: Callable[[list[Any]], Any],
    save: Callable[[Any], Any],
) -> int:
    def render_and_save(pages: list[Any]) -> int:
        save(render(pages))
        return len(pages)

    return await asyncio.to_thread(render_and_save, await _collect(urls, fetch))
