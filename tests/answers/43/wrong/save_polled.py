# late: asks every 50 ms whether the saving thread is done instead of awaiting it
import asyncio


async def build_report(urls, fetch, render, save):
    loop = asyncio.get_running_loop()
    tasks = [asyncio.create_task(fetch(url)) for url in urls]
    await asyncio.gather(*tasks, return_exceptions=True)
    pages = [task.result() for task in tasks]
    report = await asyncio.to_thread(render, pages)
    saving = loop.run_in_executor(None, save, report)
    while not saving.done():
        await asyncio.sleep(0.05)
    saving.result()
    return len(pages)
