# leak: asyncio.to_thread(save, ...) without await makes a coroutine that never runs, nothing is saved
import asyncio


async def build_report(urls, fetch, render, save):
    tasks = [asyncio.create_task(fetch(url)) for url in urls]
    await asyncio.gather(*tasks, return_exceptions=True)
    pages = [task.result() for task in tasks]
    report = await asyncio.to_thread(render, pages)
    asyncio.to_thread(save, report)
    return len(pages)
