# leak: every job is shielded, so cancelling reaches the shields only and the jobs go on
import asyncio


async def all_or_nothing(jobs):
    shields = [asyncio.shield(job()) for job in jobs]
    try:
        return list(await asyncio.gather(*shields))
    finally:
        for shielded in shields:
            shielded.cancel()
        await asyncio.gather(*shields, return_exceptions=True)
