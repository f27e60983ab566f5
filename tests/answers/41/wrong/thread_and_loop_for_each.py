# wrong-tool: every fetch runs on a thread with an event loop of its own instead of as a task of the caller's loop
import asyncio


async def _in_threads(urls, fetch):
    jobs = [asyncio.to_thread(lambda url=url: asyncio.run(fetch(url))) for url in urls]
    return await asyncio.gather(*jobs, return_exceptions=True)


async def fetch_all(urls, fetch):
    pages = await _in_threads(urls, fetch)
    for page in pages:
        if isinstance(page, Exception):
            raise page
    return pages


async def fetch_some(urls, fetch):
    urls = list(urls)
    return dict(zip(urls, await _in_threads(urls, fetch)))
