"""A ship: the engine room has its own rhythm, and a speaking tube to the bridge.

The idea here: an event loop belongs to one thread.  Others may only hand something in,
with `run_coroutine_threadsafe` or `call_soon_threadsafe`, and wait for the answer.
"""

import asyncio
import threading
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


class LoopThread:
    """An event loop on a thread of its own, for callers on other threads."""

    def __init__(self) -> None:
        """Start the thread, or leave that to the first call."""
        # TODO: write these bodies.
        raise NotImplementedError("LoopThread is still to be written")

    def run(self, coro: Coroutine[Any, Any, T]) -> T:
        """Run *coro* on the loop; what it returns or raises.

        Raises RuntimeError after `close`, and on the loop's own thread.
        """
        raise NotImplementedError("run is still to be written")

    def call(self, func: Callable[..., T], *args: Any) -> T:
        """Call `func(*args)` away from the caller's thread; what it returns or raises.

        Raises RuntimeError after `close`.
        """
        raise NotImplementedError("call is still to be written")

    def close(self) -> None:
        """Take no more calls, let those in progress end, and end the thread."""
        raise NotImplementedError("close is still to be written")
