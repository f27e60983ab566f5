"""A cuckoo clock: wound up once, it calls every hour, until it is stopped.

The idea here: a task goes on by itself while others await something.  Whoever has
started it keeps it, and cancels and awaits it at the end.
"""

import asyncio
from collections.abc import Callable


class Ticker:
    """Calls an action every so many seconds, in a task of its own."""

    def __init__(self, interval: float, action: Callable[[], object]) -> None:
        """Get ready to call *action*, a plain function, every *interval* seconds."""
        self._interval = interval
        self._action = action
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to call the action, first after one interval.

        To start what is running changes nothing.
        """
        if self._task is None:
            self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """Stop at once; when this is back, the task has ended.

        Raises what the action has raised.  To stop what is not running is harmless.
        """
        # `cancel` only asks: the task ends when it has its next turn, so we wait for
        # that.  `wait` raises nothing; what the action has raised is in the result.
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            await asyncio.wait([task])
            if not task.cancelled():
                task.result()

    async def _run(self) -> None:
        while True:
            await asyncio.sleep(self._interval)
            self._action()
