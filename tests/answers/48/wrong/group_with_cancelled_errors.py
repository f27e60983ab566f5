# wrong-result: the group holds the siblings' CancelledErrors too, so it is a BaseExceptionGroup that "except Exception" misses
import asyncio


async def all_or_nothing(jobs):
    tasks = [asyncio.create_task(job()) for job in jobs]
    try:
        return list(await asyncio.gather(*tasks))
    except Exception:
        for task in tasks:
            task.cancel()
        outcomes = await asyncio.gather(*tasks, return_exceptions=True)
        raise BaseExceptionGroup("jobs failed", [o for o in outcomes if isinstance(o, BaseException)])
    except asyncio.CancelledError:
        await asyncio.gather(*tasks, return_exceptions=True)
        raise
