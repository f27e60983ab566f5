# right: a second task sleeps for `seconds`; FIRST_COMPLETED tells who was first, both are ended before cleanup
import asyncio
from typing import Any, Awaitable, Callable


async def with_deadline(work: Callable[[], Awaitable[Any]], seconds: float, default: Any,
                        cleanup: Callable[[], Awaitable[Any]]) -> Any:
    runner = asyncio.ensure_future(work())
    clock = asyncio.ensure_future(asyncio.sleep(seconds))
    both = (runner, clock)
    cancelled = False
    try:
        try:
            await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
        except asyncio.CancelledError:
            cancelled = True
        in_time = runner.done()
        while True:
            alive = [t for t in both if not t.done()]
            if not alive:
                break
            for t in alive:
                t.cancel()
            try:
                await asyncio.wait(alive)
            except asyncio.CancelledError:
                cancelled = True
        error = None if runner.cancelled() else runner.exception()
        if cancelled:
            raise asyncio.CancelledError() from error
        if error is not None:
            raise error
        if in_time:
            return runner.result()
        return default
    finally:
        await cleanup()
