# serial: submits to a pool and calls the blocking Future.result() in the coroutine
import asyncio
from concurrent.futures import ThreadPoolExecutor


async def build_report(urls, fetch, render, save):
    tasks = [asyncio.create_task(fetch(url)) for url in urls]
    await asyncio.gather(*tasks, return_exceptions=True)
    pages = [task.result() for task in tasks]
    with ThreadPoolExecutor(max_workers=1) as pool:
        report = pool.submit(render, pages).result()
        pool.submit(save, report).result()
    return len(pages)
