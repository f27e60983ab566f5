"""A photographer waits for a kingfisher, until the light goes.

The idea here: a cancellation is an exception, `CancelledError`, that comes out of the
`await` at which a task is.  Whoever catches it has to pass it on, and what must be
done in any case belongs in `finally`.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def with_deadline(
    work: Callable[[], Awaitable[T]],
    seconds: float,
    default: T,
    cleanup: Callable[[], Awaitable[object]],
) -> T:
    """What `work()` gives within *seconds*, else *default*.

    `cleanup()` is awaited once, after the work has ended, in every case.
    """
    # TODO: the light goes, or somebody calls the photographer home.  Who tells the
    # one who waits in the reeds, and who packs up?
    task = asyncio.ensure_future(work())
    try:
        await asyncio.wait([task], timeout=seconds)
    except asyncio.CancelledError:
        return default
    if not task.done():
        return default
    await cleanup()
    return task.result()
