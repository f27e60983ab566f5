# race: fetch_some pairs each URL with whatever completes next, the keys belong to other pages
import asyncio


async def fetch_all(urls, fetch):
    tasks = [asyncio.create_task(fetch(url)) for url in urls]
    await asyncio.gather(*tasks, return_exceptions=True)
    return [task.result() for task in tasks]


async def fetch_some(urls, fetch):
    urls = list(dict.fromkeys(urls))
    tasks = [asyncio.create_task(fetch(url)) for url in urls]
    result = {}
    for url, done in zip(urls, asyncio.as_completed(tasks)):
        try:
            result[url] = await done
        except Exception as error:
            result[url] = error
    return result
