# wrong-result: fetch_all gives exceptions back as list items instead of raising the first one
import asyncio


async def fetch_all(urls, fetch):
    return await asyncio.gather(*(fetch(url) for url in urls), return_exceptions=True)


async def fetch_some(urls, fetch):
    urls = list(urls)
    return dict(zip(urls, await fetch_all(urls, fetch)))
