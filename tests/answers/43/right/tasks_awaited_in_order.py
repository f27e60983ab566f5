# right: all fetch tasks are created first and awaited in order; the thread's call is a task that is awaited too
import asyncio
from asyncio import create_task, to_thread


async def build_report(urls, fetch, render, save):
    pages, failures = [], []
    tasks = [create_task(fetch(url)) for url in urls]
    try:
        for task in tasks:
            try:
                pages.append(await task)
            except Exception as failure:
                failures.append(failure)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    for failure in failures:
        raise failure
    rendering = create_task(to_thread(render, pages))
    saving = create_task(to_thread(save, await rendering))
    await saving
    return len(pages)
