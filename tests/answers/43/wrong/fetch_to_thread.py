# leak: to_thread(fetch, url) calls a coroutine function in a thread, render gets coroutines that nobody awaits
import asyncio


async def build_report(urls, fetch, render, save):
    pages = await asyncio.gather(*(asyncio.to_thread(fetch, url) for url in urls))
    report = await asyncio.to_thread(render, pages)
    await asyncio.to_thread(save, report)
    return len(pages)
