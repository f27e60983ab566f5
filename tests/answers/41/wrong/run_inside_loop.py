# crash: calls asyncio.run() inside a coroutine, "cannot be called from a running event loop"
import asyncio


async def _gathered(urls, fetch):
    return await asyncio.gather(*(fetch(url) for url in urls), return_exceptions=True)


async def fetch_all(urls, fetch):
    pages = asyncio.run(_gathered(urls, fetch))
    for page in pages:
        if isinstance(page, Exception):
            raise page
    return pages


async def fetch_some(urls, fetch):
    urls = list(urls)
    return dict(zip(urls, await _gathered(urls, fetch)))
