"""A parrot at the door of a toy shop says hello to everybody who comes in.

The idea here: calling an `async def` function gives a coroutine, which does nothing
before somebody awaits it.  `asyncio.run` is the door from plain code into that world.
"""

import asyncio
from collections.abc import Callable


async def greet(name: str, delay: float, say: Callable[[str], object]) -> None:
    """Wait for *delay* seconds, then say hello to *name*."""
    # TODO: write this body, then the one of `main`.
    raise NotImplementedError("greet is still to be written")


def main(names: list[str], delay: float, say: Callable[[str], object]) -> None:
    """Greet all of *names*, one after the other, each after *delay* seconds."""
    raise NotImplementedError("main is still to be written")
