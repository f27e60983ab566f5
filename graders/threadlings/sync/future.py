"""`concurrent.futures`: futures, and waiting for several of them.

What CPython does under a future's lock is one step here.  The standard library's own
source would take five to ten, other ones on each version of Python, and speak of locks
that no submission has written; its own tests judge these stand-ins.
"""

from __future__ import annotations

import concurrent.futures as real
import logging
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Generic, TypeVar

from threadlings.calls import announce
from threadlings.events import Touch
from threadlings.fiber import Fiber
from threadlings.identity import brief, running
from threadlings.sync.base import Standin, act, give, meet, say, time_up

T = TypeVar("T")
PENDING, RUNNING, CANCELLED = "PENDING", "RUNNING", "CANCELLED"
CANCELLED_AND_NOTIFIED, FINISHED = "CANCELLED_AND_NOTIFIED", "FINISHED"
SETTLED = (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED)  # no result will come any more
TOLD = (
    CANCELLED_AND_NOTIFIED,
    FINISHED,
)  # and those who wait for several have heard of it
STATES = {PENDING: "pending", RUNNING: "running", FINISHED: "finished"}
ORDER = -1_000_000_003  # the place where futures are settled one after the other
LOGGER = logging.getLogger("concurrent.futures")


class Future(Standin, Generic[T]):
    """What a job will come to."""

    def __init__(self) -> None:
        self._state = PENDING
        self._result: Any = None
        self._exception: BaseException | None = None
        self._callbacks: list[Callable[[Future[Any]], object]] = []
        self._runner: Fiber | None = None  # who does its job
        self._stamp = 0  # when it was settled, among all futures

    # ── asking ───────────────────────────────────────────────────────────────
    def _look(self, states: tuple[str, ...], kind: str) -> bool:
        operation = act(kind, self._thing, ((self._uid, "r"),))
        operation.idle = True
        meet(operation)
        found = self._state in states
        say(str(found))
        return found

    def done(self) -> bool:
        """Whether it has a result, or never will."""
        return self._look(SETTLED, "done")

    def running(self) -> bool:
        """Whether its job has begun and not ended."""
        return self._look((RUNNING,), "running")

    def cancelled(self) -> bool:
        """Whether it was cancelled."""
        return self._look((CANCELLED, CANCELLED_AND_NOTIFIED), "cancelled")

    def _settled(self) -> bool:
        return self._state in SETTLED

    def _runners(self) -> list[Fiber]:
        return [] if self._runner is None else [self._runner]

    def _wait(self, kind: str, timeout: float | None) -> None:
        """Wait until it is settled.  Raises TimeoutError, or CancelledError."""
        operation = act(kind, self._thing, ((self._uid, "r"),))
        operation.may_go = self._settled
        operation.needs = ((self._uid, 1),) if timeout is None else ()
        operation.held_by = self._runners
        operation.until = time_up(timeout)
        meet(operation)
        if not self._settled():
            say("timed out")
            raise real.TimeoutError
        if self._state != FINISHED:
            say("cancelled")
            raise real.CancelledError
        say(brief(running(), self._exception or self._result))

    def result(self, timeout: float | None = None) -> Any:
        """What the job gave, or raise what it raised; wait for that if need be."""
        self._wait("result", timeout)
        if self._exception is None:
            return self._result
        try:
            raise self._exception
        finally:
            del self  # as CPython: no circle through the traceback

    def exception(self, timeout: float | None = None) -> BaseException | None:
        """What the job raised, if anything; wait for its end if need be."""
        self._wait("exception", timeout)
        return self._exception

    # ── settling ─────────────────────────────────────────────────────────────
    def _change(self, kind: str, value: str = "", also: tuple[Touch, ...] = ()) -> None:
        if running().sharing.is_hot(ORDER):
            also = (*also, (ORDER, "w"))
        operation = act(kind, self._thing, ((self._uid, "w"), *also))
        operation.value = value
        meet(operation)

    def _settle(self, state: str) -> None:
        run = running()
        self._state = state
        self._runner = None
        self._stamp = run.numbers["settled"] = run.numbers.get("settled", 0) + 1
        give(self._uid, 1)
        if state in TOLD:
            give((self._uid, "told"), 1)

    def cancel(self) -> bool:
        """Don't let its job begin; False when it has begun."""
        self._change("cancel")
        if self._state in (RUNNING, FINISHED):
            say("too late")
            return False
        if self._state == PENDING:
            self._settle(CANCELLED)
            self._call_back()
        return True

    def set_running_or_notify_cancel(self) -> bool:
        """Say that its job begins now; False when it was cancelled."""
        self._change("run")
        return self._begin()

    def _begin(self) -> bool:
        if self._state == CANCELLED:
            self._state = CANCELLED_AND_NOTIFIED
            give((self._uid, "told"), 1)
            return False
        if self._state != PENDING:
            LOGGER.critical("Future %s in unexpected state: %s", self, self._state)
            raise RuntimeError("Future in unexpected state")
        self._state = RUNNING
        self._runner = running().current
        return True

    def set_result(self, result: Any) -> None:
        """Give it its result.  Raises InvalidStateError when it is settled."""
        self._finish("set_result", result, None)

    def set_exception(self, exception: BaseException | None) -> None:
        """Give it what its job has raised, likewise."""
        self._finish("set_exception", None, exception)

    def _finish(self, kind: str, result: Any, error: BaseException | None) -> None:
        self._change(kind, brief(running(), result if error is None else error))
        if self._state in SETTLED:
            raise real.InvalidStateError(f"{self._state}: {self!r}")
        self._result, self._exception = result, error
        self._settle(FINISHED)
        self._call_back()

    def add_done_callback(self, fn: Callable[[Future[Any]], object]) -> None:
        """Have *fn* called with it when it is settled, at once when it is."""
        self._change("add_done_callback", brief(running(), fn))
        if self._state not in SETTLED:
            self._callbacks.append(fn)
            return
        self._call(fn)

    def _call_back(self) -> None:
        for fn in list(self._callbacks):
            self._call(fn)

    def _call(self, fn: Callable[[Future[Any]], object]) -> None:
        announce(fn)
        try:
            fn(self)
        except Exception:
            LOGGER.exception("exception calling callback for %r", self)

    def __repr__(self) -> str:
        state = STATES.get(self._state, "cancelled")
        if self._state != FINISHED:
            what = ""
        elif self._exception is not None:
            what = f" raised {type(self._exception).__name__}"
        else:
            what = f" returned {type(self._result).__name__}"
        return f"<{type(self).__name__} at {self._serial:#x} state={state}{what}>"


# ── several ──────────────────────────────────────────────────────────────────
def _told(futures: Iterable[Future[Any]]) -> list[Future[Any]]:
    """Those that are settled, the first one first."""
    found = [future for future in futures if future._state in TOLD]
    return sorted(found, key=lambda future: future._stamp)


def _watch(
    kind: str,
    futures: list[Future[Any]],
    ready: Callable[[], bool],
    until: float | None,
    least: int,
) -> bool:
    """Wait for *futures* to be *ready*; False when time ran out first."""
    first = futures[0]
    touches = tuple((future._uid, "r") for future in futures)
    operation = act(kind, first._thing, touches)
    operation.value = f"and {len(futures) - 1} more" if futures[1:] else ""
    operation.may_go = ready
    operation.until = until
    told = frozenset((future._uid, "told") for future in futures)
    operation.needs = ((told, least),) if until is None else ()
    operation.held_by = lambda: [one for f in futures for one in f._runners()]
    return meet(operation)


def wait(
    fs: Iterable[Future[Any]],
    timeout: float | None = None,
    return_when: str = real.ALL_COMPLETED,
) -> Any:
    """Wait for some or all of *fs*; gives those that are done, and the others.

    Raises ValueError for another *return_when* than the three there are.
    """
    futures = sorted(set(fs), key=lambda future: future._serial)
    whens = (real.ALL_COMPLETED, real.FIRST_COMPLETED, real.FIRST_EXCEPTION)

    def failed(future: Future[Any]) -> bool:
        return future._state == FINISHED and future._exception is not None

    def ready() -> bool:
        done = _told(futures)
        return (
            len(done) == len(futures)
            or (return_when == real.FIRST_COMPLETED and bool(done))
            or (return_when == real.FIRST_EXCEPTION and any(map(failed, done)))
        )

    if return_when not in whens and len(_told(futures)) < len(futures):
        raise ValueError(f"Invalid return condition: {return_when!r}")
    if futures:
        least = len(futures) if return_when == real.ALL_COMPLETED else 1
        until = time_up(timeout)
        _watch("wait", futures, ready, until, least)
    done = set(_told(futures))
    pair: Any = real._base.DoneAndNotDoneFutures
    return pair(done, set(futures) - done)


def as_completed(
    fs: Iterable[Future[Any]], timeout: float | None = None
) -> Iterator[Future[Any]]:
    """Give *fs*, each when it is done.  Raises TimeoutError when time runs out."""
    running().sharing.heat(ORDER)
    until = time_up(timeout)
    waiting = sorted(set(fs), key=lambda future: future._serial)
    total = len(waiting)
    while waiting:
        _watch("as_completed", waiting, lambda: bool(_told(waiting)), until, 1)
        done = _told(waiting)
        if not done:
            say("timed out")
            raise real.TimeoutError(f"{len(waiting)} (of {total}) futures unfinished")
        say(str(done[0]._thing))
        waiting.remove(done[0])
        yield done.pop(0)
