# fail error: tries to make five million coroutines and tasks that wait for each other
"""A coroutine that is not awaited costs half a kilobyte, a task more."""

import asyncio


async def crawl(start, fetch_links, limit):
    async def wait(other):
        await other

    last = asyncio.sleep(0)
    for _ in range(5_000_000):
        last = wait(last)
    await asyncio.gather(*(asyncio.sleep(1) for _ in range(1_000_000)))
    return {start}
