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
        self._action = action
        self._lock = threading.Lock()
        self._fired = self._cancelled = False
        self._timer = self._make(delay)

    def _make(self, seconds: float) -> threading.Timer:
        timer = threading.Timer(seconds, self._fire)
        timer.args = [timer]
        return timer

    def start(self) -> None:
        """Let the time begin to run.  Comes back at once."""
        self._timer.start()

    def _fire(self, timer: threading.Timer) -> None:
        # Whether it fires, is cancelled or put off is decided under one lock: the
        # timer that was stopped a moment too late sees here that it is not wanted.
        with self._lock:
            if timer is not self._timer or self._cancelled:
                return
            self._fired = True
        self._action()

    def cancel(self) -> bool:
        """Call it off.  True when the action had not been called, and never will be."""
        with self._lock:
            if self._fired:
                return False
            self._cancelled = True
            self._timer.cancel()
            return True

    def snooze(self, seconds: float) -> None:
        """Put the action off: it is called *seconds* from now.

        Does nothing when it was called or cancelled before.
        """
        with self._lock:
            if self._fired or self._cancelled:
                return
            self._timer.cancel()
            self._timer = self._make(seconds)
            self._timer.start()
