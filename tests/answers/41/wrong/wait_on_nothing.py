# crash: asyncio.wait() on an empty collection raises ValueError, empty input is legal
import asyncio


async def _finished(urls, fetch):
    tasks = [asyncio.create_task(fetch(url)) for url in urls]
    await asyncio.wait(tasks)
    return tasks


async def fetch_all(urls, fetch):
    tasks = await _finished(urls, fetch)
    errors = [error for error in (task.exception() for task in tasks) if error]
    if errors:
        raise errors[0]
    return [task.result() for task in tasks]


async def fetch_some(urls, fetch):
    urls = list(urls)
    tasks = await _finished(urls, fetch)
    return {url: task.exception() or task.result() for url, task in zip(urls, tasks)}
