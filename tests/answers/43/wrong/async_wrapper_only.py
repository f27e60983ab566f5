# serial: believes that wrapping a plain call into "async def" makes it asynchronous; both still run on the loop
import asyncio


async def build_report(urls, fetch, render, save):
    async def render_async(pages):
        return render(pages)

    async def save_async(report):
        save(report)

    tasks = [asyncio.create_task(fetch(url)) for url in urls]
    await asyncio.gather(*tasks, return_exceptions=True)
    pages = [task.result() for task in tasks]
    report = await asyncio.create_task(render_async(pages))
    await asyncio.create_task(save_async(report))
    return len(pages)
