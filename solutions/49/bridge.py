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
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever)
        self._lock = threading.Lock()
        self._closed = False
        self._thread.start()

    def run(self, coro: Coroutine[Any, Any, T]) -> T:
        """Run *coro* on the loop; what it returns or raises.

        Raises RuntimeError after `close`, and on the loop's own thread.
        """
        # Whoever waits on the loop's own thread keeps the loop from answering.
        if threading.current_thread() is self._thread:
            coro.close()
            raise RuntimeError("run() would wait here for its own thread")
        # With the lock, a call comes before `close`, which then waits for it, or after
        # it, and is refused.
        with self._lock:
            if self._closed:
                coro.close()
                raise RuntimeError("the loop is closed")
            answer = asyncio.run_coroutine_threadsafe(coro, self._loop)
        return answer.result()

    def call(self, func: Callable[..., T], *args: Any) -> T:
        """Call `func(*args)` away from the caller's thread; what it returns or raises.

        Raises RuntimeError after `close`.
        """

        async def once() -> T:
            return func(*args)

        return self.run(once())

    def close(self) -> None:
        """Take no more calls, let those in progress end, and end the thread."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
        asyncio.run_coroutine_threadsafe(self._last_orders(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _last_orders(self) -> None:
        """Wait for all that was handed in before."""
        others = asyncio.all_tasks() - {asyncio.current_task()}
        await asyncio.gather(*others, return_exceptions=True)
