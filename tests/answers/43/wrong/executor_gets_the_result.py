# crash: run_in_executor(None, render(pages)) hands over what render gave, which cannot be called
import asyncio


async def build_report(urls, fetch, render, save):
    loop = asyncio.get_running_loop()
    tasks = [asyncio.create_task(fetch(url)) for url in urls]
    await asyncio.gather(*tasks, return_exceptions=True)
    pages = [task.result() for task in tasks]
    report = await loop.run_in_executor(None, render(pages))
    await loop.run_in_executor(None, save, report)
    return len(pages)
