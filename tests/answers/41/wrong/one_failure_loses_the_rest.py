# wrong-result: fetch_some catches around the whole gather, one failure replaces every other page
import asyncio


async def _all_ended(urls, fetch):
    tasks = [asyncio.create_task(fetch(url)) for url in urls]
    await asyncio.gather(*tasks, return_exceptions=True)
    return [task.result() for task in tasks]


async def fetch_all(urls, fetch):
    return await _all_ended(urls, fetch)


async def fetch_some(urls, fetch):
    urls = list(urls)
    try:
        return dict(zip(urls, await _all_ended(urls, fetch)))
    except Exception as error:
        return {url: error for url in urls}
