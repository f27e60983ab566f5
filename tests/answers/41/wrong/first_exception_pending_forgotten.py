# leak: wait(FIRST_EXCEPTION) gives back pending tasks that nobody cancels or awaits
import asyncio


async def fetch_all(urls, fetch):
    tasks = [asyncio.create_task(fetch(url)) for url in urls]
    if not tasks:
        return []
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    errors = [task.exception() for task in tasks if task in done and task.exception()]
    if errors:
        raise errors[0]
    return [task.result() for task in tasks]


async def fetch_some(urls, fetch):
    urls = list(urls)
    results = await asyncio.gather(*[fetch(url) for url in urls], return_exceptions=True)
    return {url: result for url, result in zip(urls, results)}
