# leak: save is started as a task that nobody waits for, the number comes back before the report is saved
import asyncio


async def build_report(urls, fetch, render, save):
    tasks = [asyncio.create_task(fetch(url)) for url in urls]
    await asyncio.gather(*tasks, return_exceptions=True)
    pages = [task.result() for task in tasks]
    report = await asyncio.to_thread(render, pages)
    asyncio.create_task(asyncio.to_thread(save, report))
    return len(pages)
