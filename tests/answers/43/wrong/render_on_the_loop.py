# serial: render() is called directly in the coroutine, the event loop stands still meanwhile
import asyncio


async def build_report(urls, fetch, render, save):
    tasks = [asyncio.create_task(fetch(url)) for url in urls]
    await asyncio.gather(*tasks, return_exceptions=True)
    pages = [task.result() for task in tasks]
    report = render(pages)
    await asyncio.to_thread(save, report)
    return len(pages)
