"""A bakery bakes a sort of bread when somebody asks for it, one batch for all.

The idea here: to look for it and to keep it are two steps, and at every `await`
between them somebody else may come in and look.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Cache(Generic[K, V]):
    """Values by key, each loaded when it is first asked for, and then kept."""

    def __init__(self, load: Callable[[K], Awaitable[V]]) -> None:
        """Keep *load*, an async function that gives the value of a key."""
        self._load = load
        self._loads: dict[K, asyncio.Task[V]] = {}

    async def get(self, key: K) -> V:
        """The value of *key*; however many ask, it is loaded once.

        An error reaches all who wait for it, and is not kept.  Whoever is cancelled
        gives up nothing but his own wait.
        """
        # Between the look and the keeping there is no `await`, so nobody can come in.
        # The load belongs to no caller, and `shield` keeps a cancellation off it.
        if key not in self._loads:
            self._loads[key] = asyncio.create_task(self._loaded(key))
        return await asyncio.shield(self._loads[key])

    async def _loaded(self, key: K) -> V:
        try:
            return await self._load(key)
        except BaseException:
            del self._loads[key]
            raise
