# crash: asyncio.wait() raises ValueError when there are no URLs, empty input is legal
import asyncio


async def build_report(urls, fetch, render, save):
    tasks = [asyncio.create_task(fetch(url)) for url in urls]
    await asyncio.wait(tasks)
    errors = [error for error in [task.exception() for task in tasks] if error is not None]
    if errors:
        raise errors[0]
    pages = [task.result() for task in tasks]
    report = await asyncio.to_thread(render, pages)
    await asyncio.to_thread(save, report)
    return len(pages)
