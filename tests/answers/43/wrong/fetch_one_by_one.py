# serial: awaits each fetch in a loop instead of all at once
import asyncio


async def build_report(urls, fetch, render, save):
    pages = []
    for url in urls:
        pages.append(await fetch(url))
    report = await asyncio.to_thread(render, pages)
    await asyncio.to_thread(save, report)
    return len(pages)
