"""What a grader says: six words, and none of the engine's.

A grader is an ordinary pytest file.  `every_order` marks a test that is to hold in
every order of the submission's threads; the others are used inside of it.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar, overload

from threadlings import core, search
from threadlings.core import ANY, FIRST, IDEAL, WAITERS
from threadlings.events import Thing
from threadlings.fiber import Operation
from threadlings.identity import OUTSIDE, running, spot
from threadlings.sync import clock as virtual
from threadlings.sync.barrier import Rendezvous
from threadlings.sync.thread import Thread, classes

Test = TypeVar("Test", bound=Callable[..., Any])
KINDS = (
    *("deadlock", "race", "endless", "serial", "too-parallel", "leak"),
    *("wrong-tool", "late", "wrong-result", "crash", "gave-up"),
)
WAITS = ("wake", "acquire", "get", "put", "join", "pass")


@dataclass(frozen=True)
class Options:
    """How a promise is tried."""

    preemptions: int = search.PREEMPTIONS
    time: str = ANY
    runs: int = search.RUNS
    joined: bool = False
    waiters: str = FIRST
    confirmed: bool = False
    free_threaded: bool = False
    points: int = 1  # read by `kit`, without running the grader
    hidden: bool = False


@overload
def every_order(test: Test) -> Test: ...
@overload
def every_order(
    *,
    preemptions: int = ...,
    time: str = ...,
    runs: int = ...,
    joined: bool = ...,
    waiters: str = ...,
    confirmed: bool = ...,
    free_threaded: bool = ...,
    points: int = ...,
    hidden: bool = ...,
) -> Callable[[Test], Test]: ...
def every_order(test: Any = None, **options: Any) -> Any:
    """The promise of this test holds in every order.

    *preemptions* bounds the forced switches of an order, *runs* the orders that are
    searched (a long one counts for several; a proof may take twice as many, and where
    there is none, a third as many are drawn at random).  *time* is "any" (a thread may
    be slower than any sleep: for promises about safety) or "ideal" (computing takes no
    time: for promises about time and overlap).  With *joined* it is a leak, too, when a
    thread has ended, but only by luck: nobody had waited for its end.

    *waiters* says whom a `notify` wakes: the "first" who waits, as CPython does, or
    "any" of them, for Python promises neither; with "surprise" one `wait` of a run may
    come back though nobody has notified, which Python's documentation allows.

    Threads compute (`burn`) one at a time, as CPython's do; *free_threaded* ones don't.

    A promise that is to be *confirmed* is then tried once more in real processes, begun
    in every way that the system has (`life` has the words of the grader there).

    It is worth some *points* to an instructor, all or none of them.  A *hidden* one is
    counted, but no student is told of it, and the students' copy of the kit lacks it.
    """
    if options.get("time", ANY) not in (ANY, IDEAL):
        raise ValueError(f"time={options['time']!r}: write 'any' or 'ideal'")
    if options.get("waiters", FIRST) not in WAITERS:
        names = ", ".join(map(repr, WAITERS))
        raise ValueError(f"waiters={options['waiters']!r}: write one of {names}")

    def mark(test: Any) -> Any:
        test.every_order = Options(**options)
        return test

    return mark if test is None else mark(test)


def together(**jobs: Callable[[], Any]) -> dict[str, Any]:
    """Run *jobs* at once, each on a thread with its name; wait for all of them.

    Gives what each returned, by name.  Raises the first exception, in the order of
    the names, once all have ended.
    """
    results: dict[str, Any] = {}
    errors: dict[str, Exception] = {}

    def work(name: str, job: Callable[[], Any]) -> None:
        try:
            results[name] = job()
        except Exception as error:
            error.together = name  # type: ignore[attr-defined]
            errors[name] = running().errors[name] = error

    threads = [
        Thread(target=work, name=name, args=(name, job)) for name, job in jobs.items()
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for name in jobs:
        if name in errors:
            raise errors[name]
    return results


def sleep(seconds: float) -> None:
    """Take *seconds* of virtual time."""
    virtual.sleep(seconds)


def burn(seconds: float) -> None:
    """Compute for *seconds* of virtual time; one thread of a process at a time."""
    virtual.burn(seconds)


def clock() -> float:
    """Virtual seconds since the run began."""
    return running().clock


@contextmanager
def blame(kind: str) -> Iterator[None]:
    """A failed `assert` inside is a finding of this *kind*, like "serial"."""
    if kind not in KINDS:
        raise ValueError(f"blame({kind!r}): the kinds are {', '.join(KINDS)}")
    try:
        yield
    except AssertionError as error:
        error.kind = kind  # type: ignore[attr-defined]
        raise


@dataclass
class Call:
    """One call of a watched function."""

    thread: str
    began: float
    ended: float | None = None  # None: it has not
    arguments: tuple[Any, ...] = ()


def _told(name: str, what: str) -> property:
    """An attribute that a grader may read, and that is not there for a submission."""

    def read(self: watch) -> Any:
        if core.current is not None:
            line, _, inner = spot(core.current)
            if line and not inner:
                raise AttributeError(name)
        return getattr(self, f"_{name}")

    return property(read, doc=what)


class watch:
    """A function that remembers who called it, when, and how many at once.

    So many callers as have to *meet* wait inside for each other.
    """

    _outside = True  # what it does is the grader's business

    def __init__(self, function: Callable[..., Any], meet: int = 1) -> None:
        self._function = function
        self._parties = meet
        self.__name__ = getattr(function, "__name__", "call").strip("<>")
        self._calls: list[Call] = []
        self.forget()

    def forget(self) -> None:
        """Forget the calls of earlier runs."""
        self._calls.clear()
        self._inside = self._peak = 0

    def __call__(self, *arguments: Any) -> Any:
        """Call the function; what is async is watched from its first step on."""
        if inspect.iscoroutinefunction(self._function):
            return self._awaited(*arguments)
        call = self._begin(arguments)
        try:
            if self._parties > 1:
                self._rendezvous().wait()
            return self._function(*arguments)
        finally:
            if not running().over:
                self._pause("return")
                self._end(call)

    async def _awaited(self, *arguments: Any) -> Any:
        call = self._begin(arguments)
        try:
            return await self._function(*arguments)
        finally:
            if not running().over:
                self._end(call)

    def _begin(self, arguments: tuple[Any, ...]) -> Call:
        run = running()
        who = run.current.lane or run.current.name
        call = Call(who, run.clock, arguments=arguments)
        self._calls.append(call)
        self._inside += 1
        self._peak = max(self._peak, self._inside)
        return call

    def _rendezvous(self) -> Rendezvous:
        """Where the callers of this run meet."""
        state = running().state
        if ("rendezvous", id(self)) not in state:
            state["rendezvous", id(self)] = Rendezvous(self._parties)
        meeting: Rendezvous = state["rendezvous", id(self)]
        return meeting

    def _end(self, call: Call) -> None:
        self._inside -= 1
        call.ended = running().clock

    def _pause(self, kind: str) -> None:
        """Let others come in before this call is over."""
        run = running()
        if len(run.fibers) > 1:
            operation = Operation(kind, Thing(self.__name__), (OUTSIDE,))
            operation.inner = True
            run.pause(operation)

    @property
    def _threads(self) -> set[str]:
        return {call.thread for call in self._calls}

    calls = _told("calls", "All calls, in the order in which they began.")
    inside = _told("inside", "How many are inside now.")
    peak = _told("peak", "How many were inside at once, at most.")
    threads = _told("threads", "The names of the threads that called it.")


@dataclass(frozen=True)
class Seen:
    """What the submission has used so far."""

    threads: tuple[str, ...]  # that it started, by start
    processes: tuple[str, ...]  # the same of processes
    used: frozenset[str]  # classes that have stand-ins: "Semaphore", "Timer", …
    waited: dict[str, frozenset[str]]  # in which of them a thread has waited, by thread


def seen() -> Seen:
    """What the submission has used so far, and who waited where."""
    run = running()
    used: set[str] = set()
    waited: dict[str, set[str]] = {}
    started = []
    processes = run.processes
    for _, fiber, operation, _ in run.log:
        if operation.inner:
            continue
        kind = operation.thing.kind
        used.add(kind)
        if operation.kind == "start":
            started.append(kind)
            used |= {"Process"} if kind in processes else classes(kind)
        lock = operation.kind == "acquire" and kind == "Condition"  # only its lock
        if operation.kind in WAITS and not lock:
            waited.setdefault(fiber.name, set()).add(kind)
    return Seen(
        tuple(name for name in started if name not in processes),
        tuple(name for name in started if name in processes),
        frozenset(used),
        {name: frozenset(kinds) for name, kinds in waited.items()},
    )
