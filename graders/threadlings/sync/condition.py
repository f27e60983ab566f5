"""`threading.Condition`: waiting is two steps, to wait and to wake."""

from __future__ import annotations

import math
from collections.abc import Callable
from types import TracebackType
from typing import Any

from threadlings.core import ANYBODY
from threadlings.fiber import Fiber, Need
from threadlings.identity import running
from threadlings.sync.base import Standin, give, me, say, time_up
from threadlings.sync.lock import Lock, RLock


class Waiter:
    """A thread in `wait`, and the calls that may wake it.

    A call is a list of waiters, of whom it wakes the one that comes first.
    """

    def __init__(self, fiber: Fiber) -> None:
        self.fiber = fiber
        self.calls: list[list[Waiter]] = []
        self.need: Need = (self, 1)

    @property
    def notified(self) -> bool:
        """Whether it can wake up."""
        return self.calls != []

    def hope(self) -> None:
        """Others may take away what it needs: then that is counted from below."""
        give(self, -1)
        self.need = (self, 0)

    def answer(self) -> None:
        """Wake up: nobody else can by the same call."""
        call = self.calls[0]
        for other in call:
            other.calls.remove(call)
            if other is not self:
                give(other, -1)
        if call[0] is not self:
            running().oddities.append("overtaken")


class Condition(Standin):
    """A lock and the threads that wait for something to change under it.

    Waiters are woken first come, first served, as CPython does, but for runs in which
    ANYBODY may be woken, or one of them for no reason.
    """

    def __init__(self, lock: Any = None) -> None:
        self._lock: Any = RLock._part_of(self) if lock is None else lock
        self._waiters: list[Waiter] = []
        self.acquire = self._lock.acquire
        self.release = self._lock.release
        for name in ("_release_save", "_acquire_restore", "_is_owned"):
            if hasattr(self._lock, name):  # the lock knows better, as in CPython
                setattr(self, name, getattr(self._lock, name))

    def __enter__(self) -> Any:
        return self._lock.__enter__()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> Any:
        return self._lock.__exit__(kind, error, trace)

    # for a lock of the program's own making
    def _release_save(self) -> Any:
        self._lock.release()

    def _acquire_restore(self, state: Any) -> None:
        self._lock.acquire()

    def _is_owned(self) -> bool:
        if self._lock.acquire(False):
            self._lock.release()
            return False
        return True

    def wait(self, timeout: float | None = None) -> bool:
        """Let go of the lock and wait to be notified; False when time ran out."""
        if not self._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        until = time_up(timeout)
        own = isinstance(self._lock, Lock)
        self._act("wait", also=((self._lock._uid, "w"),) if own else ())
        waiter = Waiter(me())
        if running().waiters == ANYBODY:
            waiter.hope()
        self._waiters.append(waiter)
        state = self._lock._give() if own else self._release_save()
        woken = False
        try:
            woken = self._wake(waiter, until)
        finally:
            if not running().over:
                self._return(state)
            if waiter in self._waiters:  # who gave up can be notified until here
                self._waiters.remove(waiter)
        return woken

    def _wake(self, waiter: Waiter, until: float | None) -> bool:
        """Wait until *waiter* was notified and the lock is free, or time ran out."""
        lock = self._lock
        if not isinstance(lock, Lock):
            self._act(
                "wake",
                may_go=lambda: waiter.notified,
                until=until,
                needs=(waiter.need,),
                surprise=True,
            )
        else:
            self._act(
                "wake",
                may_go=lambda: waiter.notified and lock._free(),
                until=until,
                held_by=lambda: lock._holders() if waiter.notified else [],
                also=((lock._uid, "w"),),
                needs=(waiter.need, (lock._uid, 0)),
                surprise=True,
            )
        if waiter.notified:
            waiter.answer()
            return True
        say("for no reason" if waiter.fiber.surprised else "timed out")
        return waiter.fiber.surprised

    def _return(self, state: Any) -> None:
        """Have the lock again, as it was held before."""
        lock = self._lock
        if not isinstance(lock, Lock):
            self._acquire_restore(state)
            return
        if not lock._free():  # time ran out while somebody else had it
            lock._act(
                "acquire",
                may_go=lock._free,
                held_by=lock._holders,
                needs=((lock._uid, 0),),
            )
        lock._take(state)

    def wait_for(
        self, predicate: Callable[[], Any], timeout: float | None = None
    ) -> Any:
        """Wait until *predicate* is true; give its last value."""
        until = None
        result = predicate()
        while not result:
            if timeout is not None and until is None:
                until = running().clock + timeout
            elif until is not None:
                timeout = until - running().clock
                if timeout <= 0:
                    break
            self.wait(timeout)
            result = predicate()
        return result

    def notify(self, n: int = 1) -> None:
        """Wake the *n* that have waited longest."""
        self._notify("notify", n)

    def _notify(self, kind: str, n: float) -> None:
        if not self._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")
        self._act(kind)
        calls = self._calls(n)
        for call in calls:
            for waiter in call:
                waiter.calls.append(call)
                give(waiter, 1)
        names = ", ".join(" or ".join(w.fiber.name for w in call) for call in calls)
        say(f"wakes {names}" if names else "nobody waits")

    def _calls(self, n: float) -> list[list[Waiter]]:
        """The calls that wake *n* of those who wait."""
        if running().waiters == ANYBODY:
            waiters = self._waiters
            called = {id(call) for waiter in waiters for call in waiter.calls}
            most = len(waiters) - len(called)
            if called or n < most:
                return [list(waiters) for place in range(most) if place < n]
        return [[waiter] for place, waiter in enumerate(self._idle) if place < n]

    @property
    def _idle(self) -> list[Waiter]:
        """Who waits and was not notified."""
        return [waiter for waiter in self._waiters if not waiter.notified]

    def notify_all(self) -> None:
        """Wake all that wait."""
        self._notify("notify_all", math.inf)

    notifyAll = notify_all

    def __repr__(self) -> str:
        return f"<Condition({self._lock!r}, {len(self._idle)})>"
