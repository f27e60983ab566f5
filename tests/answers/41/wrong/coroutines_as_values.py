# leak: fetch_some puts the coroutine objects into the dict, they are never awaited
import asyncio


async def fetch_all(urls, fetch):
    tasks = [asyncio.create_task(fetch(url)) for url in urls]
    await asyncio.gather(*tasks, return_exceptions=True)
    return [task.result() for task in tasks]


async def fetch_some(urls, fetch):
    pages = {}
    for url in urls:
        try:
            pages[url] = fetch(url)
        except Exception as error:
            pages[url] = error
    return pages
