# wrong-result: render is called once for each page and not once with the list
import asyncio


async def build_report(urls, fetch, render, save):
    tasks = [asyncio.create_task(fetch(url)) for url in urls]
    await asyncio.gather(*tasks, return_exceptions=True)
    pages = [task.result() for task in tasks]
    report = []
    for page in pages:
        report.append(await asyncio.to_thread(render, [page]))
    await asyncio.to_thread(save, report)
    return len(pages)
