# leak: on an error the other tasks are cancelled but not waited for, they are still ending when the error is raised
import asyncio


async def fetch_all(urls, fetch):
    tasks = [asyncio.create_task(fetch(url)) for url in urls]
    try:
        return await asyncio.gather(*tasks)
    except Exception:
        for task in tasks:
            task.cancel()
        raise


async def fetch_some(urls, fetch):
    async def one(url):
        try:
            return await fetch(url)
        except Exception as error:
            return error

    urls = list(urls)
    return dict(zip(urls, await asyncio.gather(*map(one, urls))))
