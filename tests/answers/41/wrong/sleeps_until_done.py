# late: polls with a sleep of 50 ms until all tasks are done instead of waiting for them
import asyncio


async def _run(urls, fetch):
    tasks = [asyncio.create_task(fetch(url)) for url in urls]
    while not all(task.done() for task in tasks):
        await asyncio.sleep(0.05)
    return tasks


async def fetch_all(urls, fetch):
    tasks = await _run(urls, fetch)
    errors = [error for error in (task.exception() for task in tasks) if error is not None]
    if errors:
        raise errors[0]
    return [task.result() for task in tasks]


async def fetch_some(urls, fetch):
    urls = list(urls)
    tasks = await _run(urls, fetch)
    return {url: task.exception() or task.result() for url, task in zip(urls, tasks)}
