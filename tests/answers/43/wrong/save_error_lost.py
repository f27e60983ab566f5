# wrong-result: an exception of save() is caught and the number comes back as if all were saved
import asyncio
import logging


async def build_report(urls, fetch, render, save):
    tasks = [asyncio.create_task(fetch(url)) for url in urls]
    await asyncio.gather(*tasks, return_exceptions=True)
    pages = [task.result() for task in tasks]
    report = await asyncio.to_thread(render, pages)
    try:
        await asyncio.to_thread(save, report)
    except Exception as error:
        logging.debug("report not saved: %s", error)
    return len(pages)
