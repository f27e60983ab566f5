# serial: to_thread(save, render(pages)) evaluates render() on the loop, only save runs in the thread
import asyncio


async def build_report(urls, fetch, render, save):
    tasks = [asyncio.create_task(fetch(url)) for url in urls]
    await asyncio.gather(*tasks, return_exceptions=True)
    pages = [task.result() for task in tasks]
    await asyncio.to_thread(save, render(pages))
    return len(pages)
