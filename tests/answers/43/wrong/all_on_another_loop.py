# wrong-tool: the whole job, fetches too, runs on a second event loop in a thread
import asyncio


async def _build(urls, fetch, render, save):
    tasks = [asyncio.create_task(fetch(url)) for url in urls]
    await asyncio.gather(*tasks, return_exceptions=True)
    pages = [task.result() for task in tasks]
    save(render(pages))
    return len(pages)


async def build_report(urls, fetch, render, save):
    return await asyncio.to_thread(asyncio.run, _build(urls, fetch, render, save))
