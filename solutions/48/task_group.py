"""A rope team: one turns back, and all turn back.

The idea here: a task group is a block that is left when all its tasks have ended.  When
one of them fails, the others are cancelled, and the block waits for that as well.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def all_or_nothing(jobs: list[Callable[[], Awaitable[T]]]) -> list[T]:
    """Await all *jobs* at once; what they return, in their order.

    The first failure cancels the others, and is raised when they have ended, alone or
    in an ExceptionGroup.
    """
    # The block is left when all have ended, and by an exception if one has failed.
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(job()) for job in jobs]
    return [task.result() for task in tasks]
