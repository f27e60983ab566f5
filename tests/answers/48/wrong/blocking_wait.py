# deadlock: concurrent.futures style: run_coroutine_threadsafe and future.result() in a coroutine stop the loop the jobs need
import asyncio


async def all_or_nothing(jobs):
    loop = asyncio.get_running_loop()
    futures = [asyncio.run_coroutine_threadsafe(job(), loop) for job in jobs]
    try:
        return [future.result() for future in futures]
    except Exception:
        for future in futures:
            future.cancel()
        raise
