# serial: a task is created and awaited in the same turn of the loop, so there is never more than one
import asyncio


async def fetch_all(urls, fetch):
    results = []
    for url in urls:
        task = asyncio.create_task(fetch(url))
        results.append(await task)
    return results


async def fetch_some(urls, fetch):
    async def guarded(url):
        try:
            return url, await fetch(url)
        except Exception as error:
            return url, error

    return dict(await asyncio.gather(*[guarded(url) for url in urls]))
