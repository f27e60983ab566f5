# wrong-result: the inner coroutine reads the loop variable when it runs, every task fetches the last URL
import asyncio


async def fetch_all(urls, fetch):
    tasks = []
    for url in urls:
        async def one():
            return await fetch(url)

        tasks.append(asyncio.create_task(one()))
    await asyncio.gather(*tasks, return_exceptions=True)
    return [task.result() for task in tasks]


async def fetch_some(urls, fetch):
    async def one(url):
        try:
            return url, await fetch(url)
        except Exception as error:
            return url, error

    return dict(await asyncio.gather(*[one(url) for url in urls]))
