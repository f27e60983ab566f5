"""`threading.Condition`: waiting is two steps, to wait and to wake."""

from __future__ import annotations

import math
from collections.abc import Callable
from types import TracebackType
from typing import Any

from threadlings.fiber import Fiber
from threadlings.identity import running
from threadlings.sync.base import Standin, deadline, give, me, say
from threadlings.sync.lock import Lock, RLock


class Waiter:
    """A thread in `wait`, and whether it was notified."""

    def __init__(self, fiber: Fiber) -> None:
        self.fiber = fiber
        self.notified = False


class Condition(Standin):
    """A lock and the threads that wait for something to change under it.

    Waiters are woken first come, first served, as CPython does.
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
        until = None if timeout is None else deadline(max(timeout, 0.0))
        own = isinstance(self._lock, Lock)
        self._act("wait", also=((self._lock._uid, "w"),) if own else ())
        waiter = Waiter(me())
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
                needs=((waiter, 1),),
            )
        else:
            self._act(
                "wake",
                may_go=lambda: waiter.notified and lock._free(),
                until=until,
                held_by=lambda: lock._holders() if waiter.notified else [],
                also=((lock._uid, "w"),),
                needs=((waiter, 1), (lock._uid, 0)),
            )
        say("" if waiter.notified else "timed out")
        return waiter.notified

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
        woken = [waiter for place, waiter in enumerate(self._waiters) if place < n]
        for waiter in woken:
            waiter.notified = True
            give(waiter, 1)
            self._waiters.remove(waiter)
        names = ", ".join(waiter.fiber.name for waiter in woken)
        say(f"wakes {names}" if names else "nobody waits")

    def notify_all(self) -> None:
        """Wake all that wait."""
        self._notify("notify_all", math.inf)

    notifyAll = notify_all

    def __repr__(self) -> str:
        return f"<Condition({self._lock!r}, {len(self._waiters)})>"
