"""The egg is done in five minutes, unless somebody puts it off.

The idea here: a `Timer` is a thread that waits and then calls a function.  It
can be cancelled while it waits; a moment later it is too late for that.
"""

import threading
from collections.abc import Callable


class Reminder:
    """Calls an action once, some time after the start."""

    def __init__(self, delay: float, action: Callable[[], object]) -> None:
        """Get ready to call *action*, *delay* seconds after the start."""
        # TODO: what do the three methods have to know about each other?
        raise NotImplementedError("Reminder.__init__ is still to be written")

    def start(self) -> None:
        """Let the time begin to run.  Comes back at once."""
        raise NotImplementedError("Reminder.start is still to be written")

    def cancel(self) -> bool:
        """Call it off.  True when the action had not been called, and never will be."""
        raise NotImplementedError("Reminder.cancel is still to be written")

    def snooze(self, seconds: float) -> None:
        """Put the action off: it is called *seconds* from now.

        Does nothing when it was called or cancelled before.
        """
        raise NotImplementedError("Reminder.snooze is still to be written")
