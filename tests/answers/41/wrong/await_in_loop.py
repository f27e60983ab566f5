# serial: fetch_all awaits each fetch in the loop, the next one starts when the one before has ended
import asyncio


async def fetch_all(urls, fetch):
    pages = []
    for url in urls:
        pages.append(await fetch(url))
    return pages


async def fetch_some(urls, fetch):
    urls = list(urls)
    pages = await asyncio.gather(*(fetch(url) for url in urls), return_exceptions=True)
    return dict(zip(urls, pages))
