# right: TaskGroup where there is one, else gather with cancelled siblings; a plain pipeline of steps runs in threads
import asyncio


async def _fetch_in_group(urls, fetch):
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(fetch(url)) for url in urls]
    except BaseExceptionGroup as errors:
        first = errors.exceptions[0]
    else:
        return [task.result() for task in tasks]
    raise first


async def _fetch_by_hand(urls, fetch):
    tasks = [asyncio.create_task(fetch(url)) for url in urls]
    try:
        return await asyncio.gather(*tasks)
    except BaseException:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        raise


_fetch_all = _fetch_in_group if hasattr(asyncio, "TaskGroup") else _fetch_by_hand


async def build_report(urls, fetch, render, save):
    pages = await _fetch_all(urls, fetch)
    thing = pages
    for step in (render, save):
        thing = await asyncio.to_thread(step, thing)
    return len(pages)
