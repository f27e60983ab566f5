# right: as_completed only to wait; each coroutine writes into its own numbered slot
import asyncio

_EMPTY = object()


async def _fill(index, url, fetch, values, errors):
    try:
        values[index] = await fetch(url)
    except Exception as error:
        errors[index] = error


async def _run(urls, fetch):
    values = [_EMPTY] * len(urls)
    errors = {}
    tasks = [
        asyncio.create_task(_fill(index, url, fetch, values, errors))
        for index, url in enumerate(urls)
    ]
    try:
        for done in asyncio.as_completed(tasks):
            await done
    except asyncio.CancelledError:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        raise
    return values, errors


async def fetch_all(urls, fetch):
    values, errors = await _run(list(urls), fetch)
    for index in sorted(errors):
        raise errors[index]
    return values


async def fetch_some(urls, fetch):
    urls = list(urls)
    values, errors = await _run(urls, fetch)
    return {url: errors.get(i, values[i]) for i, url in enumerate(urls)}
