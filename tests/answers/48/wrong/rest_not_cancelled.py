# late: the failure is raised only when all the others have done their full work, nobody is cancelled
import asyncio


async def all_or_nothing(jobs):
    outcomes = await asyncio.gather(*(job() for job in jobs), return_exceptions=True)
    for outcome in outcomes:
        if isinstance(outcome, BaseException):
            raise outcome
    return outcomes
