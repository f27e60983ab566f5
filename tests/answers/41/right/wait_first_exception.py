# right: asyncio.wait(FIRST_EXCEPTION), a finally that cancels and drains what is still running
import asyncio


async def _drain(tasks):
    for task in tasks:
        task.cancel()
    if tasks:
        await asyncio.wait(tasks)


async def fetch_all(urls, fetch):
    tasks = [asyncio.create_task(fetch(url)) for url in urls]
    if not tasks:
        return []
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    finally:
        await _drain([task for task in tasks if not task.done()])
    errors = [t.exception() for t in tasks if not t.cancelled() and t.exception() is not None]
    if errors:
        raise errors[0]
    return [task.result() for task in tasks]


async def fetch_some(urls, fetch):
    tasks = {}
    for url in urls:
        if url not in tasks:
            tasks[url] = asyncio.create_task(fetch(url))
    if tasks:
        try:
            await asyncio.wait(tasks.values())
        finally:
            await _drain([task for task in tasks.values() if not task.done()])
    pages = {}
    for url, task in tasks.items():
        error = task.exception()
        pages[url] = task.result() if error is None else error
    return pages
