"""A laundry: one washes, one irons, one folds, and baskets stand in between.

The idea here: stages that work at the same time hand over through queues.  A queue with
bounds makes a quick stage wait for a slow one; the end has to be handed on as well.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from typing import Any


async def run(
    items: Iterable[Any], stages: list[Callable[[Any], Awaitable[Any]]], size: int
) -> list[Any]:
    """Send every item through all *stages*; what comes out, in the order of *items*.

    Each stage has a task of its own, and between two of them there is a queue for at
    most *size* items.  An error in a stage ends all of them and is raised.
    """
    # TODO: write this body.
    raise NotImplementedError("run is still to be written")
