# right: loop.run_in_executor(None, ...) for the plain functions, asyncio.wait for the fetches
import asyncio


async def build_report(urls, fetch, render, save):
    loop = asyncio.get_running_loop()
    tasks = [loop.create_task(fetch(url)) for url in urls]
    if tasks:
        try:
            await asyncio.wait(tasks)
        except asyncio.CancelledError:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            raise
    errors = [error for error in [task.exception() for task in tasks] if error is not None]
    if errors:
        raise errors[0]
    pages = [task.result() for task in tasks]
    report = await loop.run_in_executor(None, render, pages)
    await loop.run_in_executor(None, save, report)
    return len(pages)
