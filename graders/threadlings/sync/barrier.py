"""`threading.Barrier`: threads that wait for each other."""

from __future__ import annotations

from collections.abc import Callable
from threading import BrokenBarrierError

from threadlings.fiber import Fiber
from threadlings.sync.base import Standin, deadline, give, me, say

FILLING, DRAINING, RESETTING, BROKEN = 0, 1, -1, -2


class Barrier(Standin):
    """All *parties* go on when the last of them has come."""

    def __init__(
        self,
        parties: int,
        action: Callable[[], object] | None = None,
        timeout: float | None = None,
    ) -> None:
        if parties < 1:
            raise ValueError("parties must be > 0")
        self._parties = parties
        self._action = action
        self._timeout = timeout
        self._state = FILLING
        self._count = 0
        self._acting: Fiber | None = None  # who calls the action; others can't act
        self._round = 0  # how often it was filled anew

    def _calm(self) -> bool:
        return self._acting is None

    def _actors(self) -> list[Fiber]:
        return [] if self._acting is None else [self._acting]

    def wait(self, timeout: float | None = None) -> int:
        """Wait for the others; give this thread's number, 0 to parties - 1."""
        timeout = self._timeout if timeout is None else timeout
        until = None if timeout is None else deadline(max(timeout, 0.0))
        self._act(
            "arrive",
            may_go=lambda: self._calm() and self._state in (FILLING, BROKEN),
            held_by=self._actors,
        )
        if self._state == BROKEN:
            raise BrokenBarrierError
        index = self._count
        self._count += 1
        say(f"{self._count} of {self._parties}")
        try:
            if self._count == self._parties:
                self._release()
            else:
                self._pass(until)
            return index
        finally:
            self._count -= 1
            if self._count == 0 and self._state in (RESETTING, DRAINING):
                self._fill()

    def _fill(self) -> None:
        """Begin a new round."""
        self._state = FILLING
        self._round += 1

    def _open(self, state: int) -> None:
        """Let those who wait in this round go on, in this *state*."""
        self._state = state
        give((self._uid, self._round), 1)

    def _release(self) -> None:
        """Let everybody go; what the last one does."""
        self._acting = me()
        try:
            if self._action is not None:
                self._action()
        except BaseException:
            self._open(BROKEN)
            raise
        finally:
            self._acting = None
        self._open(DRAINING)

    def _pass(self, until: float | None) -> None:
        """Wait until everybody may go."""
        self._act(
            "pass",
            may_go=lambda: self._calm() and self._state != FILLING,
            until=until,
            held_by=self._actors,
            needs=(((self._uid, self._round), 1),),
        )
        if not self._calm():  # time ran out too late: all have come
            self._act("pass", may_go=self._calm, held_by=self._actors)
        if self._state == FILLING:
            say("timed out")
            self._open(BROKEN)
        if self._state < 0:
            raise BrokenBarrierError

    def reset(self) -> None:
        """Begin anew; who waits gets BrokenBarrierError."""
        self._act("reset", may_go=self._calm, held_by=self._actors)
        if self._count == 0:
            self._fill()
        elif self._state != DRAINING:  # those who drain are through already
            self._open(RESETTING)

    def abort(self) -> None:
        """Break the barrier for everybody."""
        self._act("abort", may_go=self._calm, held_by=self._actors)
        self._open(BROKEN)

    @property
    def parties(self) -> int:
        """How many have to come."""
        return self._parties

    @property
    def n_waiting(self) -> int:
        """How many wait now."""
        self._act("n_waiting", "r", idle=True)
        return self._count if self._state == FILLING else 0

    @property
    def broken(self) -> bool:
        """Whether it is broken."""
        self._act("broken", "r", idle=True)
        return self._state == BROKEN

    def __repr__(self) -> str:
        if self._state == BROKEN:
            return f"<{self._title()} at {self._thing}: broken>"
        waiters = self._count if self._state == FILLING else 0
        return f"<{self._title()} at {self._thing}: waiters={waiters}/{self._parties}>"


class Rendezvous(Barrier):
    """Where a grader has its callers meet: who stays alone there came too early."""
