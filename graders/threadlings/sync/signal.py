"""`threading.Event`, `Semaphore`, `BoundedSemaphore`: small states to wait for."""

from __future__ import annotations

from types import TracebackType

from threadlings.sync.base import Standin, give, me, say, time_up
from threadlings.sync.condition import Waiter


class Event(Standin):
    """A flag; a waiter that saw it down is woken by the next `set`."""

    def __init__(self) -> None:
        self._flag = False
        self._waiters: list[Waiter] = []

    def is_set(self) -> bool:
        """Whether the flag is up."""
        self._act("is_set", "r", idle=True)
        say(str(self._flag))
        return self._flag

    isSet = is_set

    def set(self) -> None:
        """Put the flag up and wake all who wait."""
        self._act("set")
        self._flag = True
        names = ", ".join(w.fiber.name for w in self._waiters)
        say(f"wakes {names}" if names else "")
        for waiter in self._waiters:
            waiter.calls.append([waiter])
            give(waiter, 1)
        self._waiters.clear()

    def clear(self) -> None:
        """Take the flag down."""
        self._act("clear")
        self._flag = False

    def wait(self, timeout: float | None = None) -> bool:
        """Come back at once when the flag is up, else when it is next put up."""
        self._act("wait", "r")
        if self._flag:
            return True
        waiter = Waiter(me())
        self._waiters.append(waiter)
        until = time_up(timeout)
        woken = self._act(
            "wake",
            "r",
            may_go=lambda: waiter.notified,
            until=until,
            needs=((waiter, 1),),
        )
        say("" if woken else "timed out")
        if not woken and waiter in self._waiters:
            self._waiters.remove(waiter)
        return waiter.notified

    def _at_fork_reinit(self) -> None:
        self._waiters.clear()

    def __repr__(self) -> str:
        state = "set" if self._flag else "unset"
        return f"<{self._title()} at {self._thing}: {state}>"


class Semaphore(Standin):
    """A number of permits."""

    def __init__(self, value: int = 1) -> None:
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._value = value
        self._initial = value

    def _some(self) -> bool:
        return self._value > 0

    def acquire(self, blocking: bool = True, timeout: float | None = None) -> bool:
        """Take a permit; False when none could be had in time."""
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        if not blocking:
            self._act("try", idle=True, fails=lambda: not self._some())
            taken = self._some()
        else:
            until = time_up(timeout)
            needs = ((self._uid, 1 - self._initial),)
            taken = self._act("acquire", may_go=self._some, until=until, needs=needs)
        self._value -= int(taken)
        give(self._uid, -int(taken))
        say(f"{self._value} left" if taken else "none left")
        return taken

    def __enter__(self) -> bool:
        return self.acquire()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()

    def release(self, n: int = 1) -> None:
        """Give *n* permits back."""
        if n < 1:
            raise ValueError("n must be one or more")
        self._act("release")
        self._check(n)
        self._value += n
        give(self._uid, n)
        say(f"{self._value} left")

    def _check(self, n: int) -> None:
        """Whether *n* more permits may be."""

    def __repr__(self) -> str:
        return f"<{self._title()} at {self._thing}: value={self._value}>"


class BoundedSemaphore(Semaphore):
    """A semaphore that refuses more permits than it began with."""

    def _check(self, n: int) -> None:
        if self._value + n > self._initial:
            say("one too many")
            raise ValueError("Semaphore released too many times")

    def __repr__(self) -> str:
        return f"{super().__repr__()[:-1]}/{self._initial}>"
