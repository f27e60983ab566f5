# leak: after two errors only the first task is asked, the other's exception is never retrieved
import asyncio


async def fetch_all(urls, fetch):
    tasks = [asyncio.create_task(fetch(url)) for url in urls]
    if tasks:
        await asyncio.wait(tasks)
    return [task.result() for task in tasks]


async def fetch_some(urls, fetch):
    tasks = {url: asyncio.create_task(fetch(url)) for url in dict.fromkeys(urls)}
    if tasks:
        await asyncio.wait(tasks.values())
    pages = {}
    for url, task in tasks.items():
        pages[url] = task.exception() or task.result()
    return pages
