# race: the pages are collected as they complete and reach render in that order
import asyncio


async def build_report(urls, fetch, render, save):
    tasks = [asyncio.create_task(fetch(url)) for url in urls]
    pages = []
    errors = []
    for finished in asyncio.as_completed(tasks):
        try:
            pages.append(await finished)
        except Exception as error:
            errors.append(error)
    if errors:
        raise errors[0]
    report = await asyncio.to_thread(render, pages)
    await asyncio.to_thread(save, report)
    return len(pages)
