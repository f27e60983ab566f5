# race: fetch_all collects with as_completed, the pages come in the order of completion
import asyncio


async def fetch_all(urls, fetch):
    tasks = [asyncio.create_task(fetch(url)) for url in urls]
    pages = []
    first_error = None
    for done in asyncio.as_completed(tasks):
        try:
            pages.append(await done)
        except Exception as error:
            first_error = first_error or error
    if first_error is not None:
        raise first_error
    return pages


async def fetch_some(urls, fetch):
    urls = list(urls)
    pages = await asyncio.gather(*(fetch(url) for url in urls), return_exceptions=True)
    return dict(zip(urls, pages))
