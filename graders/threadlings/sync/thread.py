"""`threading.Thread`, `Timer`, and the functions that ask who is running."""

from __future__ import annotations

import bdb
import functools
import sys
import traceback
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

import greenlet

from threadlings.calls import announce
from threadlings.core import BEGIN, Run
from threadlings.events import Thing, Touch
from threadlings.fiber import Fiber, Operation, Over
from threadlings.identity import running
from threadlings.sync.base import act, deadline, give, meet, say, serial
from threadlings.sync.signal import Event

FIRST_IDENT = 1000
ALL: Touch = ("threads", "r")
MORE: Touch = ("threads", "u")  # two starts commute
LEAVING = (Over, greenlet.GreenletExit, KeyboardInterrupt, bdb.BdbQuit)  # end the run


class ExceptHookArgs(NamedTuple):
    """What `threading.excepthook` is told."""

    exc_type: type[BaseException]
    exc_value: BaseException | None
    exc_traceback: Any
    thread: Thread | None


def excepthook(args: Any, /) -> None:
    """Print the exception that ended a thread, but for SystemExit."""
    if args.exc_type is SystemExit:
        return
    name = args.thread.name if args.thread is not None else "?"
    print(f"Exception in thread {name}:", file=sys.stderr)
    traceback.print_exception(
        args.exc_type, args.exc_value, args.exc_traceback, file=sys.stderr
    )


def _by_fiber() -> dict[Fiber, Thread]:
    """The thread objects of this run."""
    threads: dict[Fiber, Thread] = running().state.setdefault("threads", {})
    return threads


class Thread:
    """A thread of the program, by function or by subclass with a `run`."""

    _serial: int
    _fiber: Fiber | None = None
    _initialized = False

    def __init__(
        self,
        group: None = None,
        target: Callable[..., object] | None = None,
        name: str | None = None,
        args: Iterable[Any] = (),
        kwargs: Mapping[str, Any] | None = None,
        *,
        daemon: bool | None = None,
    ) -> None:
        if group is not None:
            raise AssertionError("group argument must be None for now")
        self._target = target
        self._args = args
        self._kwargs = dict(kwargs or {})
        self._name = str(name) if name else _next_name(target)
        self._daemonic = current_thread().daemon if daemon is None else bool(daemon)
        self._initialized = True

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        """Number it: a set of threads may be asked before our `__init__` ran."""
        made = super().__new__(cls)
        made._serial = serial(running())
        return made

    def __hash__(self) -> int:
        """Not its address: a set of threads has the same order in every replay."""
        return self._serial

    # ── life ─────────────────────────────────────────────────────────────────
    def start(self) -> None:
        """Let the thread begin.  Raises RuntimeError the second time."""
        self._start(self._name, meet)

    def _start(self, shown: str, take: Callable[[Operation], object]) -> None:
        """Let it begin, *shown* to people by a name; *take* takes the step."""
        self._must_be_made()
        if self._fiber is not None:
            raise RuntimeError("threads can only be started once")
        run = running()
        thing = Thing(handle(shown))
        take(act("start", thing, self._begun("w", MORE)))
        self._fiber = run.add(thing.kind, self._life, daemon=self._daemonic)
        give(("begin", self._fiber.key), 1)
        thing.kind = self._fiber.name
        _by_fiber()[self._fiber] = self

    def _life(self) -> None:
        try:
            self.run()
        except LEAVING:
            raise
        except BaseException as error:  # whatever leaves a thread is its end
            self._failed(error)
        finally:
            self._target = None

    def _failed(self, error: BaseException) -> None:
        """Keep what ended this thread and hand it to the program's `excepthook`."""
        assert self._fiber is not None
        run = running()
        if run.over:
            return
        if not isinstance(error, SystemExit):
            run.errors[self._fiber.name] = error
        hook = run.state["modules"]["threading"].excepthook
        hook(ExceptHookArgs(type(error), error, error.__traceback__, self))

    def run(self) -> None:
        """What the thread does: call its target."""
        if self._target is not None:
            announce(self._target)
            self._target(*self._args, **self._kwargs)

    def join(self, timeout: float | None = None) -> None:
        """Wait until the thread has ended, *timeout* virtual seconds at most."""
        self._must_be_made()
        fiber = self._asked()
        if fiber is None:
            raise RuntimeError("cannot join thread before it is started")
        run = running()
        if fiber is run.current:
            raise RuntimeError("cannot join current thread")
        timed = timeout is not None
        end = ((fiber.key, "r"),) if timed else ()
        operation = act("join", Thing(fiber.name), end)
        operation.may_go = lambda: fiber.done
        operation.needs = () if timed else ((fiber.key, 1),)
        operation.held_by = lambda: [fiber]
        operation.until = None if timeout is None else deadline(max(timeout, 0.0))
        if meet(operation):
            run.current.saw_end(fiber)
        else:
            say("timed out")

    def is_alive(self) -> bool:
        """Whether it was started and has not ended."""
        self._must_be_made()
        fiber = self._asked()
        if fiber is None:
            return False
        run = running()
        operation = act("is_alive", Thing(fiber.name), ((fiber.key, "r"),))
        operation.idle = True
        meet(operation)
        say(str(not fiber.done))
        if fiber.done:
            run.current.saw_end(fiber)
        return not fiber.done

    def _begun(self, mode: str, *others: Touch) -> tuple[Touch, ...]:
        """What to start it touches, if others may ask too early."""
        return _asked_for(((("begun", self._serial), mode), *others))

    def _asked(self) -> Fiber | None:
        """Its fiber, for somebody who asks; None before it was started."""
        touches = self._begun("r")
        if touches:
            operation = act("is_alive", Thing(handle(self._name)), touches)
            operation.idle = True
            meet(operation)
        return self._fiber

    def _must_be_made(self) -> None:
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")

    # ── who it is ────────────────────────────────────────────────────────────
    @property
    def name(self) -> str:
        """Its name; only for people."""
        self._must_be_made()
        return self._name

    @name.setter
    def name(self, name: str) -> None:
        self._name = str(name)

    @property
    def ident(self) -> int | None:
        """A number of its own once it was started."""
        self._must_be_made()
        fiber = self._asked()
        return None if fiber is None else FIRST_IDENT + fiber.index

    native_id = ident

    @property
    def daemon(self) -> bool:
        """Whether the program may end without it."""
        self._must_be_made()
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic: bool) -> None:
        self._must_be_made()
        if self._fiber is not None:
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = bool(daemonic)

    def getName(self) -> str:
        """The name, the old way."""
        return self.name

    def setName(self, name: str) -> None:
        """Set the name, the old way."""
        self.name = name

    def isDaemon(self) -> bool:
        """The daemon flag, the old way."""
        return self.daemon

    def setDaemon(self, daemonic: bool) -> None:
        """Set the daemon flag, the old way."""
        self.daemon = daemonic

    def __repr__(self) -> str:
        self._must_be_made()
        fiber = self._fiber
        state = "initial" if not fiber else "stopped" if fiber.done else "started"
        daemon = " daemon" if self._daemonic else ""
        number = f" {self.ident}" if fiber else ""
        return f"<{type(self).__name__}({self._name}, {state}{daemon}{number})>"


class _MainThread(Thread):
    """The thread that runs the grader's test, or a program's `main`."""

    def __init__(self, fiber: Fiber) -> None:
        self._initialized = True
        self._fiber = fiber
        self._name = "MainThread"
        self._daemonic = False
        self._target = None


class Timer(Thread):
    """A thread that calls *function* after *interval* virtual seconds."""

    def __init__(
        self,
        interval: float,
        function: Callable[..., object],
        args: Iterable[Any] | None = None,
        kwargs: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__()
        self.interval = interval
        self.function = function
        self.args = args if args is not None else []
        self.kwargs = dict(kwargs or {})
        self.finished = Event()

    def cancel(self) -> None:
        """Stop it, if it has not fired yet."""
        self.finished.set()

    def run(self) -> None:
        """Wait, then call the function unless it was cancelled."""
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            announce(self.function)
            self.function(*self.args, **self.kwargs)
        self.finished.set()


@functools.cache
def handle(name: str) -> str:
    """A thread's name as orders and columns write it: without space or comma."""
    short = name.partition(" (")[0] if name.endswith(")") else name
    shown = (c if c.isprintable() and c not in " ,:" else "_" for c in short)
    return "".join(shown) or "thread"


def _next_name(target: Callable[..., object] | None) -> str:
    """`Thread-3 (work)`, as CPython names them."""
    run = running()
    number = run.numbers["thread"] = run.numbers.get("thread", 0) + 1
    name = getattr(target, "__name__", "") if target is not None else ""
    return f"Thread-{number} ({name})" if name else f"Thread-{number}"


def _thread_of(run: Run, fiber: Fiber) -> Thread:
    threads = _by_fiber()
    if fiber not in threads:
        threads[fiber] = _MainThread(fiber)
    return threads[fiber]


def classes(name: str) -> set[str]:
    """The classes of `threading` that the thread called *name* is made from."""
    for fiber, thread in _by_fiber().items():
        if fiber.name == name:
            order = type(thread).__mro__
            return {kind.__name__ for kind in order if kind.__module__ == "threading"}
    return set()


def _asked_for(touches: tuple[Touch, ...]) -> tuple[Touch, ...]:
    """What starts and those who ask about them touch, if they meet at all."""
    return touches if running().note(touches, BEGIN) else ()


def current_thread() -> Thread:
    """The thread that runs this line."""
    run = running()
    return _thread_of(run, run.current)


def main_thread() -> Thread:
    """The first thread of the process."""
    run = running()
    home = run.current.home
    first = next((fiber for fiber in run.fibers if fiber.key == home), run.main)
    return _thread_of(run, first)


def get_ident() -> int:
    """The number of the thread that runs this line."""
    run = running()
    return FIRST_IDENT + run.fibers.index(run.current)


def enumerate() -> list[Thread]:
    """All threads of the process that are alive."""
    run = running()
    home = run.current.home
    begun = _asked_for((ALL,))

    def mine() -> list[Fiber]:
        return [fiber for fiber in run.fibers if fiber.home == home]

    def touches() -> tuple[Touch, ...]:
        return (*begun, *((fiber.key, "r") for fiber in mine()))

    operation = act("enumerate", Thing("threads"), touches())
    operation.prepare = touches
    operation.idle = True
    meet(operation)
    for fiber in mine():
        if fiber.done:
            run.current.saw_end(fiber)
    return [_thread_of(run, one) for one in run.alive if one.home == home and one.shown]


def active_count() -> int:
    """How many threads are alive."""
    return len(enumerate())
