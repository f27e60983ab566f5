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
    # A cancellation from outside comes out of one of the `await`s, is not caught, and
    # so passes through.  `gather` waits for the end of the work in any case: cancelled,
    # it cancels the work (once more) and goes on waiting.
    task = asyncio.ensure_future(work())
    try:
        try:
            await asyncio.wait([task], timeout=seconds)
        finally:
            late = task.cancel()  # False for work that is done
            await asyncio.gather(task, return_exceptions=True)
        return default if late else task.result()
    finally:
        await cleanup()
