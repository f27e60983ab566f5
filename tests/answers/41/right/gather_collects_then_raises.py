# right: gather(return_exceptions=True) on tasks, afterwards each task is asked for its result in order
import asyncio


async def fetch_all(urls, fetch):
    tasks = [asyncio.create_task(fetch(url)) for url in urls]
    await asyncio.gather(*tasks, return_exceptions=True)
    for task in tasks:
        task.result()
    return [task.result() for task in tasks]


async def fetch_some(urls, fetch):
    urls = list(urls)
    results = await asyncio.gather(*(fetch(url) for url in urls), return_exceptions=True)
    return dict(zip(urls, results))
