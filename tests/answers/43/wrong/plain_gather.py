# leak: when a fetch raises, plain gather lets the error out while the other fetches go on
import asyncio


async def build_report(urls, fetch, render, save):
    pages = await asyncio.gather(*(fetch(url) for url in urls))
    report = await asyncio.to_thread(render, pages)
    await asyncio.to_thread(save, report)
    return len(pages)
