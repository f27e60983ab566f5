# endless: turns in a sleep(0) loop until the rendering thread is done
import asyncio


async def build_report(urls, fetch, render, save):
    tasks = [asyncio.create_task(fetch(url)) for url in urls]
    await asyncio.gather(*tasks, return_exceptions=True)
    pages = [task.result() for task in tasks]
    rendering = asyncio.create_task(asyncio.to_thread(render, pages))
    while not rendering.done():
        await asyncio.sleep(0)
    report = rendering.result()
    await asyncio.to_thread(save, report)
    return len(pages)
