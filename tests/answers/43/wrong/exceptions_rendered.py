# wrong-result: gather(return_exceptions=True) is not looked at, a failed fetch is rendered as if it were a page
import asyncio


async def build_report(urls, fetch, render, save):
    pages = await asyncio.gather(*(fetch(url) for url in urls), return_exceptions=True)
    report = await asyncio.to_thread(render, pages)
    await asyncio.to_thread(save, report)
    return len(pages)
