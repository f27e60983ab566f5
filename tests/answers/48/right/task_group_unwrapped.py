# right: TaskGroup with results by place in a list; except* takes the first failure out of the group and it is raised alone
import asyncio
from collections.abc import Awaitable, Callable, Iterable
from typing import Any


async def all_or_nothing(jobs: Iterable[Callable[[], Awaitable[Any]]]) -> list[Any]:
    jobs = list(jobs)
    results: list[Any] = [None] * len(jobs)
    failure = None

    async def fill(place: int) -> None:
        results[place] = await jobs[place]()

    try:
        async with asyncio.TaskGroup() as group:
            for place in range(len(jobs)):
                group.create_task(fill(place), name=f"job {place}")
    except* Exception as errors:
        failure = errors.exceptions[0]
    if failure is not None:
        raise failure
    return results
