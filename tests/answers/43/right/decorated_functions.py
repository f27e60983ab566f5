# right: a decorator turns the two plain functions into async ones; each page goes into its numbered place
import asyncio
import functools


def off_loop(func):
    @functools.wraps(func)
    async def in_thread(*args):
        call = functools.partial(func, *args)
        return await asyncio.get_running_loop().run_in_executor(None, call)

    return in_thread


async def build_report(urls, fetch, render, save):
    urls = list(urls)
    pages = [None] * len(urls)
    errors = []

    async def fill(place, url):
        try:
            pages[place] = await fetch(url)
        except Exception as error:
            errors.append(error)

    await asyncio.gather(*(fill(place, url) for place, url in enumerate(urls)))
    if errors:
        raise errors[0]
    await off_loop(save)(await off_loop(render)(pages))
    return len(pages)
