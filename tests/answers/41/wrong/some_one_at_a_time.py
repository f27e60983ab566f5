# serial: fetch_some awaits inside its try in the loop, one URL after the other
import asyncio


async def fetch_all(urls, fetch):
    tasks = [asyncio.create_task(fetch(url)) for url in urls]
    await asyncio.gather(*tasks, return_exceptions=True)
    return [task.result() for task in tasks]


async def fetch_some(urls, fetch):
    results = {}
    for url in urls:
        try:
            results[url] = await fetch(url)
        except Exception as error:
            results[url] = error
    return results
