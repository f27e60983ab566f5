# right: all tasks are created first, then awaited one after the other; the error that came first in time is kept in a list
import asyncio
from contextlib import asynccontextmanager


@asynccontextmanager
async def running(coroutines):
    tasks = [asyncio.create_task(coroutine) for coroutine in coroutines]
    try:
        yield tasks
    finally:
        for task in tasks:
            if not task.done():
                task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def fetch_all(urls, fetch):
    errors = []

    async def one(url):
        try:
            return await fetch(url)
        except Exception as error:
            errors.append(error)

    async with running([one(url) for url in urls]) as tasks:
        pages = [await task for task in tasks]
    if errors:
        raise errors[0]
    return pages


async def fetch_some(urls, fetch):
    urls = list(urls)
    pages = {}
    async with running([fetch(url) for url in urls]) as tasks:
        for url, task in zip(urls, tasks):
            try:
                pages[url] = await task
            except Exception as error:
                pages[url] = error
    return pages
