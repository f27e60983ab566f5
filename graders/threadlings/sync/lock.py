"""`threading.Lock` and `threading.RLock`."""

from __future__ import annotations

from types import TracebackType
from typing import Any

from threadlings.fiber import Fiber
from threadlings.identity import running
from threadlings.sync.base import Standin, deadline, give, me, say

TIMEOUT_MAX = float(2**63 // 10**9)


def checked(blocking: bool, timeout: float) -> float | None:
    """The deadline that *blocking* and *timeout* ask for, as CPython checks them."""
    if not isinstance(timeout, (int, float)):
        kind = type(timeout).__name__
        raise TypeError(f"'{kind}' object cannot be interpreted as a number")
    if not blocking and timeout != -1:
        raise ValueError("can't specify a timeout for a non-blocking call")
    if timeout < 0 and timeout != -1:
        raise ValueError("timeout value must be a non-negative number")
    if timeout > TIMEOUT_MAX:
        raise OverflowError("timeout value is too large")
    return deadline(timeout)


class Lock(Standin):
    """One thread at a time; anybody may release it."""

    def __init__(self) -> None:
        self._owner: Fiber | None = None

    def _own(self, fiber: Fiber | None) -> None:
        """Give it to *fiber*, or to nobody."""
        if self._owner is not None:
            self._owner.held -= {self._uid}
            give(self._uid, 1)
        if fiber is not None:
            fiber.held |= {self._uid}
            give(self._uid, -1)
        self._owner = fiber

    def _free(self) -> bool:
        return self._owner is None

    def _holders(self) -> list[Fiber]:
        return [] if self._owner is None else [self._owner]

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        """Take the lock; False when it could not be had in time."""
        until = checked(blocking, timeout)
        if not blocking:
            self._act("try", idle=True, fails=lambda: not self._free())
            taken = self._free()
            say("taken" if taken else "is not free")
        else:
            taken = self._act(
                "acquire",
                may_go=self._free,
                until=until,
                idle=True,
                held_by=self._holders,
                needs=((self._uid, 0),),
            )
            say("" if taken else "timed out")
        if taken:
            self._own(me())
        return taken

    def release(self) -> None:
        """Give the lock back.  Raises RuntimeError when nobody has it."""
        self._act("release", idle=True)
        if self._owner is None:
            say("nobody has it")
            raise RuntimeError("release unlocked lock")
        self._own(None)

    def locked(self) -> bool:
        """Whether somebody has it."""
        self._act("locked", "r", idle=True)
        return self._owner is not None

    def __enter__(self) -> bool:
        return self.acquire()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()

    def _give(self) -> Any:
        """Let go without an event, for a condition that starts to wait."""
        self._own(None)
        return None

    def _take(self, state: Any) -> None:
        """Take back without an event what `_give` gave."""
        self._own(me())

    def _is_owned(self) -> bool:
        return self._owner is not None

    def _at_fork_reinit(self) -> None:
        self._own(None)

    acquire_lock, release_lock, locked_lock = acquire, release, locked

    def __repr__(self) -> str:
        state = "unlocked" if self._owner is None else "locked"
        return f"<{state} {self._title()} object at {self._thing}>"


class RLock(Lock):
    """A lock that its owner may take again; only the outermost time is a step."""

    def __init__(self) -> None:
        super().__init__()
        self._count = 0

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        """Take the lock, or count once more when this thread has it."""
        until = checked(blocking, timeout)
        if self._owner is me():
            self._count += 1
            return True
        if not blocking:
            taken = super().acquire(False)
        else:
            timeout = -1 if until is None else timeout
            taken = super().acquire(True, timeout)
        if taken:
            self._count = 1
        return taken

    def release(self) -> None:
        """Undo one acquire.  Raises RuntimeError when this thread does not have it."""
        if self._owner is not me() or running().over:
            self._act("release", idle=True)
            say("somebody else's" if self._owner else "nobody has it")
            raise RuntimeError("cannot release un-acquired lock")
        if self._count > 1:
            self._count -= 1
            return
        self._act("release", idle=True)
        self._count = 0
        self._own(None)

    def _give(self) -> Any:
        count, self._count = self._count, 0
        self._own(None)
        return count

    def _take(self, state: Any) -> None:
        self._own(me())
        self._count = state

    def _is_owned(self) -> bool:
        return self._owner is me()

    def _release_save(self) -> Any:
        """Let go however often it was taken; what CPython's `Condition` calls."""
        if self._owner is not me():
            raise RuntimeError("cannot release un-acquired lock")
        self._act("release", idle=True)
        return self._give()

    def _acquire_restore(self, state: Any) -> None:
        """Take it again as often as before."""
        super().acquire()
        self._count = state

    def _recursion_count(self) -> int:
        return self._count if self._owner is me() else 0

    def _at_fork_reinit(self) -> None:
        self._own(None)
        self._count = 0

    def __repr__(self) -> str:
        owner = self._owner.key if self._owner else 0
        held = f" object owner={owner} count={self._count}"
        return super().__repr__().replace(" object", held)
