# right: TaskGroup where Python has it (first error taken out of the group), else tasks that are cancelled by hand
import asyncio

if hasattr(asyncio, "TaskGroup"):

    async def fetch_all(urls, fetch):
        try:
            async with asyncio.TaskGroup() as group:
                tasks = [group.create_task(fetch(url)) for url in urls]
        except BaseExceptionGroup as several:
            error = several.exceptions[0]
        else:
            return [task.result() for task in tasks]
        raise error

else:

    async def fetch_all(urls, fetch):
        tasks = [asyncio.create_task(fetch(url)) for url in urls]
        try:
            return await asyncio.gather(*tasks)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


async def fetch_some(urls, fetch):
    names = tuple(urls)
    answers = await asyncio.gather(*map(fetch, names), return_exceptions=True)
    return {name: answer for name, answer in zip(names, answers)}
