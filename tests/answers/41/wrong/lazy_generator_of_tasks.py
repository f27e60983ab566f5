# serial: the tasks are made by a generator expression, the next one is created only after the one before was awaited
import asyncio


async def fetch_all(urls, fetch):
    tasks = (asyncio.create_task(fetch(url)) for url in urls)
    return [await task for task in tasks]


async def fetch_some(urls, fetch):
    tasks = {url: asyncio.create_task(fetch(url)) for url in dict.fromkeys(urls)}
    await asyncio.gather(*tasks.values(), return_exceptions=True)
    return {url: task.exception() or task.result() for url, task in tasks.items()}
