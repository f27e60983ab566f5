# fail error review: tries to turn the hands of the virtual clock instead of waiting
"""Time is a number in the run: whoever reaches it can make it any time.

No coroutine ever waits here; the clock is put forward by the delay, and everybody else
is late by as much.
"""

import asyncio

_core = getattr(dict(__builtins__).get("@get"), "__globals__", {}).get("core")


def _wait(seconds):
    run = _core.current if _core else None
    if run is not None:
        run.clock += seconds


async def greet(name, delay, say):
    _wait(delay)
    say(f"Hello, {name}!")


def main(names, delay, say):
    async def all_of_them():
        for name in names:
            await greet(name, delay, say)

    asyncio.run(all_of_them())
