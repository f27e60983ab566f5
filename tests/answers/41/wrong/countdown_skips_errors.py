# deadlock: the countdown is not lowered when a fetch raises, so fetch_some waits for ever after an error
import asyncio


async def fetch_all(urls, fetch):
    tasks = [asyncio.create_task(fetch(url)) for url in urls]
    await asyncio.gather(*tasks, return_exceptions=True)
    return [task.result() for task in tasks]


async def fetch_some(urls, fetch):
    urls = list(dict.fromkeys(urls))
    pages = {}
    left = len(urls)
    all_done = asyncio.Event()
    if not urls:
        all_done.set()

    async def one(url):
        nonlocal left
        try:
            pages[url] = await fetch(url)
            left -= 1
            if left == 0:
                all_done.set()
        except Exception as error:
            pages[url] = error

    tasks = [asyncio.create_task(one(url)) for url in urls]
    await all_done.wait()
    await asyncio.gather(*tasks)
    return pages
