# serial: awaits only after the with block, whose end waits on the loop's thread until render (then save) is over
import asyncio
from concurrent.futures import ThreadPoolExecutor


async def build_report(urls, fetch, render, save):
    loop = asyncio.get_running_loop()
    tasks = [asyncio.create_task(fetch(url)) for url in urls]
    await asyncio.gather(*tasks, return_exceptions=True)
    pages = [task.result() for task in tasks]
    with ThreadPoolExecutor() as pool:
        rendering = loop.run_in_executor(pool, render, pages)
    report = await rendering
    with ThreadPoolExecutor() as pool:
        saving = loop.run_in_executor(pool, save, report)
    await saving
    return len(pages)
