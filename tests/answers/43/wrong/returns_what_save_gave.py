# wrong-result: gives back whatever save() returned instead of the number of pages
import asyncio


async def build_report(urls, fetch, render, save):
    tasks = [asyncio.create_task(fetch(url)) for url in urls]
    await asyncio.gather(*tasks, return_exceptions=True)
    pages = [task.result() for task in tasks]
    report = await asyncio.to_thread(render, pages)
    return await asyncio.to_thread(save, report)
