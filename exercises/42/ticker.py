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
        # TODO: write this body, then the ones of `start` and `stop`.
        raise NotImplementedError("Ticker is still to be written")

    def start(self) -> None:
        """Begin to call the action, first after one interval.

        To start what is running changes nothing.
        """
        raise NotImplementedError("start is still to be written")

    async def stop(self) -> None:
        """Stop at once; when this is back, the task has ended.

        Raises what the action has raised.  To stop what is not running is harmless.
        """
        raise NotImplementedError("stop is still to be written")
