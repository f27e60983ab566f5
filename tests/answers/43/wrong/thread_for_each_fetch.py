# wrong-tool: each async fetch gets a thread with an event loop of its own
import asyncio


async def build_report(urls, fetch, render, save):
    def fetch_in_thread(url):
        return asyncio.run(fetch(url))

    tasks = [asyncio.create_task(asyncio.to_thread(fetch_in_thread, url)) for url in urls]
    await asyncio.gather(*tasks, return_exceptions=True)
    pages = [task.result() for task in tasks]
    report = await asyncio.to_thread(render, pages)
    await asyncio.to_thread(save, report)
    return len(pages)
