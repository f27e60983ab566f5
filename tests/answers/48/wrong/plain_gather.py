# leak: gather alone raises the first failure and leaves the other jobs running
import asyncio


async def all_or_nothing(jobs):
    return list(await asyncio.gather(*(job() for job in jobs)))
