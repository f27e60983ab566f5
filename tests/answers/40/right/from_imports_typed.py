# right: from-imports, type hints, a module-level helper coroutine that is handed to run()
from __future__ import annotations

from asyncio import run, sleep
from collections.abc import Callable, Iterable

TEMPLATE = "Hello, {}!"


async def greet(name: str, delay: float, say: Callable[[str], object]) -> None:
    """Wait `delay` seconds, then greet `name`."""
    await sleep(delay)
    say(TEMPLATE.format(name))


async def _greet_all(names: Iterable[str], delay: float, say: Callable[[str], object]) -> None:
    for name in names:
        await greet(name, delay, say)


def main(names: Iterable[str], delay: float, say: Callable[[str], object]) -> None:
    run(_greet_all(names, delay, say))
