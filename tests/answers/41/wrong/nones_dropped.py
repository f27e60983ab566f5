# wrong-result: fetch_all leaves out pages that are None, the list gets shorter and the places shift
import asyncio


async def fetch_all(urls, fetch):
    tasks = [asyncio.create_task(fetch(url)) for url in urls]
    await asyncio.gather(*tasks, return_exceptions=True)
    pages = [task.result() for task in tasks]
    return [page for page in pages if page is not None]


async def fetch_some(urls, fetch):
    urls = list(urls)
    results = await asyncio.gather(*map(fetch, urls), return_exceptions=True)
    return dict(zip(urls, results))
