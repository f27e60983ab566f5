"""A parrot at the door of a toy shop says hello to everybody who comes in.

The idea here: calling an `async def` function gives a coroutine, which does nothing
before somebody awaits it.  `asyncio.run` is the door from plain code into that world.
"""

import asyncio
from collections.abc import Callable


async def greet(name: str, delay: float, say: Callable[[str], object]) -> None:
    """Wait for *delay* seconds, then say hello to *name*."""
    await asyncio.sleep(delay)
    say(f"Hello, {name}!")


def main(names: list[str], delay: float, say: Callable[[str], object]) -> None:
    """Greet all of *names*, one after the other, each after *delay* seconds."""

    async def greet_all() -> None:
        for name in names:
            await greet(name, delay, say)

    # A plain function cannot await.  It hands over one coroutine that awaits the
    # others; `run` makes an event loop for it, and closes it at the end.
    asyncio.run(greet_all())
