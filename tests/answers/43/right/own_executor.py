# right: an executor of its own with one thread; even its shutdown runs off the loop
import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager


@asynccontextmanager
async def one_worker():
    pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="report")
    try:
        yield pool
    finally:
        await asyncio.to_thread(pool.shutdown)


async def fetch_pages(urls, fetch):
    tasks = [asyncio.create_task(fetch(url)) for url in urls]
    await asyncio.gather(*tasks, return_exceptions=True)
    return [task.result() for task in tasks]


async def build_report(urls, fetch, render, save):
    pages = await fetch_pages(urls, fetch)
    async with one_worker() as pool:
        report = await asyncio.wrap_future(pool.submit(render, pages))
        await asyncio.wrap_future(pool.submit(save, report))
    return len(pages)
