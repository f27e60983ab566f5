# wrong-result: the loop over the tasks overwrites the error, so the last one is raised instead of the first
import asyncio


async def fetch_all(urls, fetch):
    tasks = [asyncio.create_task(fetch(url)) for url in urls]
    await asyncio.gather(*tasks, return_exceptions=True)
    error = None
    for task in tasks:
        if task.exception() is not None:
            error = task.exception()
    if error is not None:
        raise error
    return [task.result() for task in tasks]


async def fetch_some(urls, fetch):
    urls = list(urls)
    pages = await asyncio.gather(*(fetch(url) for url in urls), return_exceptions=True)
    return dict(zip(urls, pages))
