# leak: plain gather raises at the first error while the other fetches are still running
import asyncio


async def fetch_all(urls, fetch):
    return await asyncio.gather(*(fetch(url) for url in urls))


async def fetch_some(urls, fetch):
    urls = list(urls)
    results = await asyncio.gather(*(fetch(url) for url in urls), return_exceptions=True)
    return dict(zip(urls, results))
