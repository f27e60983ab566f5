# wrong-result: a dict by URL loses the second page when a URL is given twice
import asyncio


async def build_report(urls, fetch, render, save):
    tasks = {url: asyncio.create_task(fetch(url)) for url in dict.fromkeys(urls)}
    await asyncio.gather(*tasks.values(), return_exceptions=True)
    pages = [task.result() for task in tasks.values()]
    report = await asyncio.to_thread(render, pages)
    await asyncio.to_thread(save, report)
    return len(pages)
